import clsx from "clsx";
import Link from "next/link";
import { sayAhead } from "@/app/ui/words/clock";
import type { Foreseen } from "@/lib/replies/unplaced/foresee-placing";
import { initialsOf } from "../../contacts/initials";
import { sayWhen } from "../say-when";
import classes from "./aside.module.css";
import { foreseenWords } from "./foreseen-words";

type Props = { what: Foreseen; receivedAt: Date; now: Date; timeZone: string };

/** What would happen, were the message this person's; before anybody says so. */
export function IfTheirs({ what, receivedAt, now, timeZone }: Props) {
  const willStop = what.stops.length > 0 && what.kind !== "automatic" && what.kind !== "soft_bounce";
  const story = [...what.withUs, { id: "this", kind: "this" as const, at: receivedAt, words: "This message, if theirs" }].sort(
    (a, b) => order(a) - order(b),
  );
  return (
    <aside className={classes.aside} aria-label={`If it is ${what.name}’s`}>
      <div className={classes.who}>
        <span className={classes.face} aria-hidden>
          {initialsOf(what.name)}
        </span>
        <div>
          <strong className={classes.whoName}>
            <Link href={`/contacts/${what.contactId}`}>{what.name}</Link>
          </strong>
          <span className={classes.company}>{what.company}</span>
        </div>
      </div>
      <section>
        <h3 className={classes.asideTitle}>If it is {what.firstName}’s</h3>
        <dl className={classes.foreseen}>
          {foreseenWords(what, { now, timeZone }).map(({ title, words }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3 className={classes.asideTitle}>With us so far</h3>
        <ol className={classes.story}>
          {story.map((one) => (
            <li key={`${one.kind}-${one.id}`} data-kind={one.kind}>
              <span className={clsx(one.kind === "planned" && willStop && classes.struck)}>{one.words}</span>
              {one.at && (
                <time dateTime={one.at.toISOString()}>
                  {one.kind === "planned" ? sayAhead(one.at, now, timeZone) : sayWhen(one.at, now, timeZone)}
                </time>
              )}
            </li>
          ))}
        </ol>
      </section>
    </aside>
  );
}

/** What is planned stands behind all that happened. */
const order = ({ kind, at }: { kind: string; at: Date | null }) =>
  kind === "planned" ? Number.MAX_SAFE_INTEGER : (at?.getTime() ?? 0);
