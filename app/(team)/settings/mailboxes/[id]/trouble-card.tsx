import { Button } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import type { Explained } from "@/lib/senders/health/explain-hold";
import type { HandOver as Numbers } from "@/lib/sending/hand-over/read-hand-over";
import { CopyText } from "../../copy-text";
import { type Figure, short } from "./describe-mailbox";
import { HandOver } from "./hand-over";
import classes from "./health.module.css";

type Props = {
  mailbox: { id: string; email: string; signInName: string | null };
  explained: Explained;
  figures: Figure[];
  /** Null where no administrator of Microsoft 365 can help. */
  request: string[] | null;
  handOver: Numbers;
  manages: boolean;
};

/** What waits for a mailbox that is out, in numbers, and what to do, surest first. */
export function TroubleCard({ mailbox, explained, figures, request, handOver, manages }: Props) {
  const target = handOver.targets[0];
  const movable = handOver.people + handOver.threads;
  const mayMove = target !== undefined && movable > 0;
  const first = explained.steps.findIndex(({ by }) => by === "administrator");
  return (
    <section className={classes.trouble} aria-label="What waits, and what to do">
      <dl className={classes.figures}>
        {figures.map(({ count, what, second }) => (
          <div key={second}>
            <dd className={classes.count}>{count.toLocaleString("en")}</dd>
            <dt>
              {what}
              <span>{second}</span>
            </dt>
          </div>
        ))}
      </dl>
      <ol className={classes.steps}>
        {explained.steps.map((step, index) => (
          <li key={step.strong}>
            <span className={classes.place} aria-hidden="true">
              {index + 1}
            </span>
            <p>
              <strong>{step.strong}</strong>
              {step.rest}
            </p>
            {step.by === "administrator" && index === first && request && (
              <CopyText text={request.join("\n")} label="Copy for the admin" isMain={index === 0} />
            )}
            {step.by === "reconnecting" && manages && <Reconnect mailbox={mailbox} isFirst={index === 0} />}
          </li>
        ))}
        {mayMove && (
          <li>
            <span className={classes.place} aria-hidden="true">
              {explained.steps.length + 1}
            </span>
            <p>
              <strong>Or let another mailbox write</strong> {sayMoving(handOver, target.email)}
            </p>
            {manages && <HandOver mailbox={mailbox} numbers={handOver} />}
          </li>
        )}
      </ol>
    </section>
  );
}

function sayMoving({ people, signed, threads }: Numbers, target: string): string {
  if (people === 0) return `${threads} in mid-sequence can go on from ${short(target)}, in a thread of their own.`;
  const go = people === 1 ? "1 first mail goes" : `${people.toLocaleString("en")} first mails go`;
  const seals =
    signed === 0
      ? ""
      : signed === 1
        ? " Its seal becomes void and waits in Review."
        : " Their seals become void and wait in Review.";
  return `${go} from ${short(target)} instead.${seals}`;
}

function Reconnect({ mailbox, isFirst }: { mailbox: Props["mailbox"]; isFirst: boolean }) {
  return (
    <Button
      component="a"
      href={`/api/mailboxes/connect?hint=${encodeURIComponent(mailbox.signInName ?? mailbox.email)}`}
      {...(isFirst ? { color: "var(--ink)", c: "var(--on-primary)" } : { variant: "default" })}
      leftSection={<IconPlugConnected size={16} stroke={1.7} />}
    >
      Reconnect
    </Button>
  );
}
