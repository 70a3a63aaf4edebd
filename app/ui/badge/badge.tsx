import type { Tone } from "@/lib/campaigns/words/name-standing";
import classes from "./badge.module.css";

/** Where something stands, in a word or two. */
export function Badge({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
