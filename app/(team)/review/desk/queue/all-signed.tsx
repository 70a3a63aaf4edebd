import Link from "next/link";
import { Rosette } from "@/app/ui/seal/rosette";
import classes from "../desk.module.css";

/** Nothing is left to sign. */
export function AllSigned({ nextDue, signed }: { nextDue: string; signed: number }) {
  return (
    <div className={classes.empty}>
      <Rosette
        hash="5c1f0e9ab3d47728461f"
        className={signed > 0 ? classes.emptySeal : classes.emptySealUnsigned}
        weight={1.3}
        small
      />
      <h2>{signed > 0 ? "All signed" : "Nothing to sign"}</h2>
      <p>
        {nextDue
          ? `The next draft comes due ${nextDue}.`
          : "Drafts come here when a campaign that is reviewed mail by mail is launched."}{" "}
        <Link href="/campaigns">See the campaigns</Link>
      </p>
    </div>
  );
}
