import classes from "./badge.module.css";

/** Green for what is signed or under way, amber for what waits for a person, blue for an answer, red for what is broken, grey for the rest. */
export type Tone = "go" | "wait" | "reply" | "stop" | "grey";

/** Where something stands, in a word or two. */
export function Badge({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
