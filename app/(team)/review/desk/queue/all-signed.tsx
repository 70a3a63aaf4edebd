import Link from "next/link";
import { Rosette } from "@/app/ui/seal/rosette";
import classes from "../desk.module.css";
import { sayAllSigned } from "./say-all-signed";

type Props = { nextDue: string; signed: number; beingWritten: number };

/** Nothing is left to sign at the moment; whether more comes by itself is said first. */
export function AllSigned({ nextDue, signed, beingWritten }: Props) {
  const { title, text } = sayAllSigned({ nextDue, signed, beingWritten });
  return (
    <div className={classes.empty} role="status">
      <Rosette
        hash="5c1f0e9ab3d47728461f"
        className={signed > 0 && beingWritten === 0 ? classes.emptySeal : classes.emptySealUnsigned}
        weight={1.3}
        small
      />
      <h2>{title}</h2>
      <p>
        {text} <Link href="/campaigns">See the campaigns</Link>
      </p>
    </div>
  );
}
