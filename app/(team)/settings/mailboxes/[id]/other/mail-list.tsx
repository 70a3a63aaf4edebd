import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { Badge } from "@/app/ui/badge/badge";
import type { OtherMail, OtherMailList, OtherMailPage } from "@/lib/replies/unplaced/list-other-mail";
import { labelOf } from "./label-of";
import classes from "./list.module.css";
import { sayWhen } from "./say-when";

type Props = {
  list: OtherMailList;
  mailbox: { id: string; email: string };
  opened: string | null;
  addressOf: (change: Record<string, string | null>) => string;
  now: Date;
  timeZone: string;
};

/** What waits for somebody to say whose it is, and below it what was understood by itself. */
export function MailList({ list, mailbox, opened, addressOf, now, timeZone }: Props) {
  const rows = (page: OtherMailPage, row: (mail: OtherMail) => React.ReactNode) => (
    <ol>
      {page.rows.map((mail) => (
        <li key={mail.id}>
          <Link
            href={addressOf({ m: mail.id })}
            className={classes.row}
            aria-current={mail.id === opened ? "true" : undefined}
            data-message={mail.id}
            scroll={false}
          >
            {row(mail)}
          </Link>
        </li>
      ))}
    </ol>
  );
  const when = (mail: OtherMail) => (
    <time dateTime={mail.receivedAt.toISOString()}>{sayWhen(mail.receivedAt, now, timeZone)}</time>
  );
  const older = (page: OtherMailPage, part: string) =>
    page.older && (
      <Link href={addressOf({ [part]: page.older, m: null })} className={classes.older}>
        Older
      </Link>
    );
  return (
    <section className={classes.list} aria-label="Other mail">
      <header className={classes.head}>
        <p className={classes.crumbs}>
          <Link href="/settings/mailboxes">Mailboxes</Link>
          <IconChevronRight size={14} stroke={1.7} aria-hidden />
          <Link href={`/settings/mailboxes/${mailbox.id}`}>{mailbox.email}</Link>
        </p>
        <p className={classes.title} aria-hidden>
          Other mail{list.count > 0 && <span>{list.count.toLocaleString("en")}</span>}
        </p>
      </header>
      <div className={classes.rows}>
        <h2>Matched nobody, waits for you</h2>
        {list.waiting.rows.length === 0 && <p className={classes.none}>Every message found its person</p>}
        {rows(list.waiting, (mail) => (
          <>
            <i data-tone={mail.contact ? "wait" : "none"} aria-hidden />
            <span className={classes.line}>
              <strong className={classes.from}>{mail.fromEmail ?? "A report without a sender"}</strong>
              {when(mail)}
            </span>
            <span className={classes.words}>{mail.snippet}</span>
            <span className={classes.marks}>
              {mail.contact ? (
                <span className={classes.guess}>{mail.contact}?</span>
              ) : (
                <span className={classes.noGuess}>No guess</span>
              )}
              {mail.kind !== "reply" && <small className={classes.aside}>{kindWords[mail.kind]}</small>}
            </span>
          </>
        ))}
        {older(list.waiting, "waiting")}
        {list.understood.rows.length > 0 && <h2>Understood by itself</h2>}
        {rows(list.understood, (mail) => {
          const label = labelOf(mail);
          const isOurs = mail.blames === "ours";
          return (
            <>
              <i data-tone={label.tone} aria-hidden />
              <span className={classes.line}>
                <strong className={classes.from}>
                  {isOurs ? `${mailbox.email} is blocked` : (mail.contact ?? mail.fromEmail)}
                </strong>
                {when(mail)}
              </span>
              <span className={classes.words}>
                {mail.snippet}
                {mail.statusCode && ` (${mail.statusCode})`}
              </span>
              <span className={classes.marks}>
                <Badge tone={label.tone}>{label.words}</Badge>
              </span>
            </>
          );
        })}
        {older(list.understood, "understood")}
      </div>
    </section>
  );
}

const kindWords: Record<OtherMail["kind"], string> = {
  reply: "",
  meeting: "about a meeting",
  bounce: "a report of a dead address",
  soft_bounce: "a report",
  automatic: "an automatic answer",
  complaint: "a complaint",
  unsubscribe: "an unsubscribe",
};
