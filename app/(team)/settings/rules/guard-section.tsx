import Link from "next/link";
import { type Allowed, type LastMails, lastMails, leastMails, mostAllowed } from "@/lib/senders/guard/judge-guard";
import type { GuardState, Guards } from "@/lib/senders/guard/read-guards";
import { GuardFields } from "./guard-fields";
import classes from "./rules.module.css";

type Props = Guards & { manages: boolean };

/** When a mailbox pauses by itself, and how near each one is to it. */
export function GuardSection({ allowed, mailboxes, manages }: Props) {
  return (
    <section className={classes.section} aria-labelledby="guard-rails">
      <h2 id="guard-rails">Guard rails</h2>
      <p className={classes.about}>
        A mailbox pauses by itself, before its reputation suffers, once more of its last {lastMails} mails than these shares went
        wrong. It is judged from {leastMails} mails on, and stays paused until somebody has looked and lets it go on.
      </p>
      <GuardFields allowed={allowed} most={mostAllowed} manages={manages} />
      {mailboxes.length === 0 ? (
        <p className={classes.about}>
          No mailbox yet. <Link href="/settings/mailboxes">Connect one</Link>, and it is watched from its first mail.
        </p>
      ) : (
        <ul className={classes.guards}>
          {mailboxes.map((mailbox) => (
            <Mailbox key={mailbox.id} mailbox={mailbox} allowed={allowed} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Mailbox({ mailbox, allowed }: { mailbox: GuardState; allowed: Allowed }) {
  const { id, email, of, isGuarded } = mailbox;
  return (
    <li data-paused={isGuarded || undefined}>
      <span>
        <Link href={`/settings/mailboxes/${id}`}>{email}</Link>
        <span className={classes.guardState}>
          {isGuarded
            ? "paused by its guard rail"
            : of < leastMails
              ? `${of === 0 ? "no mail" : of === 1 ? "1 mail" : `${of} mails`} left, judged from ${leastMails}`
              : `its last ${of} mails`}
        </span>
      </span>
      <Share
        mails={mailbox}
        count={mailbox.dead}
        what={mailbox.dead === 1 ? "dead address" : "dead addresses"}
        most={allowed.dead}
      />
      <Share
        mails={mailbox}
        count={mailbox.optOuts}
        what={mailbox.optOuts === 1 ? "opt-out" : "opt-outs"}
        most={allowed.optOuts}
      />
    </li>
  );
}

/** "3 dead addresses in 163 (1.8 %)" over a bar that is full where the mailbox would pause. */
function Share({ mails: { of }, count, what, most }: { mails: LastMails; count: number; what: string; most: number }) {
  const percent = of === 0 ? 0 : (100 * count) / of;
  const isNear = of >= leastMails && percent >= most * 0.8;
  return (
    <span className={classes.share} data-near={isNear || undefined}>
      {of === 0 ? `0 ${what}` : `${count} ${what} in ${of} (${percent.toFixed(1)} %)`}
      <span aria-hidden="true">
        <i style={{ width: `${Math.min(100, (100 * percent) / most)}%` }} />
      </span>
    </span>
  );
}
