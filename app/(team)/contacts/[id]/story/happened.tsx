import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { SentMail } from "@/lib/contacts/open-sent-mail";
import type { Happened as Event } from "@/lib/contacts/story/happened";
import classes from "../contact.module.css";
import { happenedWords } from "./happened-words";
import { OurLetter } from "./letters/our-letter";
import { TheirLetter } from "./letters/their-letter";
import { Sign } from "./sign";

type Props = {
  events: Event[];
  timezone: string;
  now: Date;
  /** The newest mail that left, which stands open. */
  opened: SentMail | null;
  mayAnswer: boolean;
  /** Where the rest of it is to be seen; null where this is all. */
  earlier: string | null;
};

/** Everything sent, received and decided, the newest first; letters open in place, whole. */
export function Happened({ events, timezone, now, opened, mayAnswer, earlier }: Props) {
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">Happened</h2>
      <ol className={classes.line}>
        {events.map((event) => {
          const [what, rest] = happenedWords(event, { now, timeZone: timezone });
          const { letter } = event;
          return (
            <li key={`${event.kind}-${event.id}`}>
              <span className={classes.sign}>
                <Sign event={event} />
              </span>
              <p>
                <strong>{what}</strong>
                {rest && <span> {rest}</span>}
                {letter?.threadId && event.kind !== "automatic" && (
                  <Link href={`/replies/${letter.threadId}`} prefetch={false} className={classes.answer}>
                    {mayAnswer ? "Answer" : "Open the thread"}
                  </Link>
                )}
              </p>
              <Moment at={event.at} timeZone={timezone} now={now} />
              {event.kind === "sent" ? (
                <OurLetter
                  sentId={event.id}
                  subject={event.title}
                  line={event.text.trim()}
                  opened={opened?.id === event.id ? opened : null}
                  timezone={timezone}
                />
              ) : letter ? (
                <TheirLetter messageId={event.id} subject={event.title} line={event.text.trim()} letter={letter} />
              ) : (
                <Excerpt event={event} />
              )}
            </li>
          );
        })}
      </ol>
      {earlier && (
        <Link href={earlier} prefetch={false} className={classes.earlier}>
          Show everything before
        </Link>
      )}
    </section>
  );
}

function Excerpt({ event: { kind, title, text } }: { event: Event }) {
  const words = text.trim();
  if (!words && kind !== "not sent") return null;
  return (
    <div className={classes.excerpt}>
      {kind === "not sent" && <p className={classes.subject}>{title}</p>}
      {words && <p className={classes.mail}>{words}…</p>}
    </div>
  );
}
