import { sayMoment } from "@/app/ui/words/clock";
import type { OutsideLetter } from "@/lib/answers/outside/read-outside";
import classes from "./thread.module.css";

/** What the mailbox's owner wrote in the thread from Outlook: its first words, and that nobody signed it here. */
export function OutsidePart({ letters, timezone, now }: { letters: OutsideLetter[]; timezone: string; now: Date }) {
  return letters.map(({ id, at, by, subject, line }) => (
    <article key={id} className={classes.letter} aria-label={`Mail of ${by} from Outlook`}>
      <span className={classes.face} aria-hidden>
        {by.slice(0, 1).toUpperCase()}
      </span>
      <span className={classes.top}>
        <strong>{by}</strong>
        <span className={classes.when}>
          from Outlook, not signed here, <time dateTime={at}>{sayMoment(new Date(at), now, timezone)}</time>
        </span>
      </span>
      <span className={classes.line} dir="auto">
        {line || subject}
      </span>
    </article>
  ));
}
