import { Button } from "@mantine/core";
import Link from "next/link";
import type { Reader } from "@/lib/schedule/words/format-time";
import type { OpenGuard } from "@/lib/senders/guard/guard-of";
import type { Met } from "@/lib/senders/guard/read-met";
import { sayGuard } from "@/lib/senders/guard/say-guard";
import type { HandOver as Numbers } from "@/lib/sending/hand-over/read-hand-over";
import type { Waiting } from "@/lib/sending/health/read-waiting";
import { short } from "../describe-mailbox";
import { HandOver } from "../hand-over";
import classes from "../health.module.css";
import { guardFigures, pathOf, sayFrom, sayGoingOn, sayPercent } from "./describe-guard";
import { LetGoOn } from "./let-go-on";

type Props = {
  mailbox: { id: string; email: string };
  guard: OpenGuard;
  met: Met;
  waiting: Waiting;
  handOver: Numbers;
  reader: Reader;
  /** Whether one may let it go on, and hand its campaigns over. */
  mayGoOn: boolean;
  manages: boolean;
};

/** Why a mailbox is paused by its guard rail, whom its mails met, and what to do, first things first. */
export function GuardCard({ mailbox, guard, met, waiting, handOver, reader, mayGoOn, manages }: Props) {
  const from = sayFrom(met, reader);
  const look = pathOf(met);
  const target = handOver.targets[0];
  const moves = target !== undefined && handOver.people + handOver.threads > 0;
  const happened = [`${sayGuard(guard)}; up to ${sayPercent(guard.allowedPercent)} may be.`, ...(from ? [from] : [])];
  return (
    <section className={classes.trouble} aria-label="Why it is paused, and what to do">
      <dl className={classes.figures}>
        {guardFigures(guard, waiting).map(({ count, what, second }) => (
          <div key={what}>
            <dd className={classes.count}>{count}</dd>
            <dt>
              {what}
              <span>{second}</span>
            </dt>
          </div>
        ))}
      </dl>
      <ol className={classes.steps}>
        <li>
          <Place of={1} />
          <p>
            <strong>Look at where they came from.</strong>{" "}
            {from ?? "Nothing of it is left: what was counted was corrected since."}
            {met.people.length > 0 && <People met={met} />}
          </p>
          {look && (
            <Button component={Link} href={look} color="var(--ink)" c="var(--on-primary)">
              {met.sources[0]?.listId ? "Open the list" : "Open the file"}
            </Button>
          )}
        </li>
        <li>
          <Place of={2} />
          <p>
            <strong>Then let it go on.</strong> Counting starts anew; what waits leaves spaced, never all at once.
            {!mayGoOn && " A member of your team can."}
          </p>
          {mayGoOn && (
            <LetGoOn guardId={guard.id} email={mailbox.email} happened={happened} outcome={sayGoingOn(waiting)} look={look} />
          )}
        </li>
        {moves && (
          <li>
            <Place of={3} />
            <p>
              <strong>Or let another mailbox write.</strong> What the same list does to this mailbox it then does to{" "}
              {short(target.email)}: look at it first.
            </p>
            {manages && <HandOver mailbox={mailbox} numbers={handOver} isGuarded />}
          </li>
        )}
      </ol>
    </section>
  );
}

/** So many are named; the list has them all. */
const named = 12;

function People({ met: { people } }: { met: Met }) {
  const more = people.length - named;
  return (
    <span className={classes.names}>
      {people.slice(0, named).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link href={`/contacts/${id}`}>{name}</Link>
        </span>
      ))}
      {more > 0 && ` and ${more.toLocaleString("en")} more`}
    </span>
  );
}

function Place({ of }: { of: number }) {
  return (
    <span className={classes.place} aria-hidden="true">
      {of}
    </span>
  );
}
