import { sayCount } from "@/app/ui/words/count-words";
import type { EntryCounts } from "@/lib/suppressions/entries/count-entries";
import frame from "../frame.module.css";

type Props = { counts: Promise<EntryCounts>; people: number; mayLift: boolean };

/** How long the list is, and whom of the contacts it stops. */
export async function Verdict({ counts, people, mayLift }: Props) {
  const { addresses, domains, wildcards } = await counts;
  const all = addresses + domains + wildcards;
  const parts = [
    sayCount(addresses, "address", "addresses"),
    sayCount(domains, "domain", "domains"),
    sayCount(wildcards, "wildcard", "wildcards"),
  ].filter((part) => !part.startsWith("0 "));
  return (
    <div className={frame.verdict}>
      <h1>{all === 0 ? "Nobody is suppressed" : `${sayCount(all, "entry stops", "entries stop")} mail`}</h1>
      <p>
        {all > 0 &&
          `${parts.join(", ")}. ${people === 0 ? "None of your contacts is among them" : sayCount(people, "of your contacts gets none", "of your contacts get none")}. `}
        {all > 0 &&
          (mayLift ? "You can lift an entry, with a reason." : "Only an administrator can lift an entry, with a reason.")}
      </p>
    </div>
  );
}
