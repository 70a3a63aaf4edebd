import type { Standing as Stands } from "@/lib/campaigns/words/name-standing";
import classes from "./table.module.css";

/** Where a contact stands: a dot and words. */
export function Standing({ standing, mailed }: { standing: Stands | null; mailed: boolean }) {
  if (!standing) return <span className={classes.never}>{mailed ? "" : "never mailed"}</span>;
  return (
    <span className={classes.standing}>
      <i data-tone={standing.tone} aria-hidden /> {standing.words}
    </span>
  );
}
