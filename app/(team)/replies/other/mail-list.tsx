import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/app/ui/badge/badge";
import type { OtherMail, OtherMailList, OtherMailPage } from "@/lib/replies/unplaced/list-other-mail";
import { sayWhen } from "../say-when";
import { labelOf } from "./label-of";
import classes from "./list.module.css";

type Props = {
  list: OtherMailList;
  head: ReactNode;
  opened: string | null;
  addressOf: (id: string | null, further?: { waiting?: string; understood?: string }) => string;
  now: Date;
  timeZone: string;
};

/** What waits for somebody to say whose it is, and below it what was understood by itself. */
export function MailList({ list, head, opened, addressOf, now, timeZone }: Props) {
  const rows = (page: OtherMailPage, row: (mail: OtherMail) => ReactNode) => (
    <ol>
      {page.rows.map((mail) => (
        <li key={mail.id}>
          <Link
            href={addressOf(mail.id)}
            className={classes.row}
            aria-current={mail.id === opened ? "true" : undefined}
            data-message={mail.id}
            scroll={false}
            prefetch={false}
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
  // In a list of one mailbox its name is no news.
  const into = (mail: OtherMail) => !list.mailbox && <small className={classes.into}>{mail.mailbox.replace(/@.*/, "@")}</small>;
  const older = (page: OtherMailPage, part: "waiting" | "understood") =>
    page.older && (
      <Link href={addressOf(null, { [part]: page.older })} prefetch={false} className={classes.older}>
        Older
      </Link>
    );
  return (
    <section className={classes.list} aria-label="Other mail">
      {head}
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
              {into(mail)}
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
                  {isOurs ? `${mail.mailbox} is blocked` : (mail.contact ?? mail.fromEmail)}
                </strong>
                {when(mail)}
              </span>
              <span className={classes.words}>
                {mail.snippet}
                {mail.statusCode && ` (${mail.statusCode})`}
                {mail.waits ? `, ${mail.waits.toLocaleString("en")} ${mail.waits === 1 ? "mail waits" : "mails wait"}` : ""}
              </span>
              <span className={classes.marks}>
                <Badge tone={label.tone}>{label.words}</Badge>
                {into(mail)}
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
