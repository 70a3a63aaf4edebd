import type { ReactNode } from "react";
import look from "@/app/ui/look/look.module.css";
import { orNotFound } from "@/app/ui/trouble/or-not-found";
import { requireMember } from "@/lib/auth/require-member";
import { foreseePlacing } from "@/lib/replies/unplaced/foresee-placing";
import { listOtherMail } from "@/lib/replies/unplaced/list-other-mail";
import { openOtherMail } from "@/lib/replies/unplaced/open-other-mail";
import { LaterPlacing } from "./later-placing";
import { MailList } from "./mail-list";
import classes from "./other.module.css";
import { Placed } from "./placed";
import { RowKeys } from "./row-keys";

type Props = {
  /** The message that stands open; the first one where it is null. */
  messageId: string | null;
  /** Of one mailbox alone; null for all. */
  mailboxId: string | null;
  timezone: string;
  mayPlace: boolean;
  /** The messages behind which the pages of both parts begin. */
  from: { waiting: string | null; understood: string | null };
  /** What stands on top of the list: the filters of the page. */
  head: ReactNode;
};

/** What came into the mailboxes and is nobody's answer yet, or was understood by itself: its list, one message of it, and whose it may be. */
export async function OtherMail({ messageId, mailboxId, timezone, mayPlace, from: behind, head }: Props) {
  const member = await requireMember();
  const list = await orNotFound(listOtherMail(member, mailboxId, behind));
  const rows = [...list.waiting.rows, ...list.understood.rows].map((row) => row.id);
  const chosen = messageId ?? rows[0] ?? null;
  const mail = chosen ? await orNotFound(openOtherMail(member, chosen)) : null;
  const waits = mail && !mail.owner && !mail.isHidden;
  const foreseen = waits ? await Promise.all(mail.guesses.map((guess) => foreseePlacing(member, mail.id, guess.contactId))) : [];
  // The path says which message it is; the browser's router knows this one page by what is asked behind it alone, and would not fetch the next.
  const addressOf = (id: string | null, further: Partial<typeof behind> = {}) => {
    const asked = { show: "other", mailbox: mailboxId, ...behind, ...further, m: id };
    const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return `/replies${id ? `/${id}` : ""}?${new URLSearchParams(given)}`;
  };
  const reader = { now: new Date(), timeZone: timezone };
  const back = addressOf(null);
  return (
    <div className={classes.desk} data-desk data-opened={messageId !== null}>
      <h1 className={look.spoken}>{list.mailbox ? `Replies, other mail of ${list.mailbox}` : "Replies, other mail"}</h1>
      <RowKeys addresses={Object.fromEntries(rows.map((row) => [row, addressOf(row)]))} opened={chosen} />
      <MailList list={list} head={head} opened={chosen} addressOf={addressOf} {...reader} />
      {waits ? (
        <LaterPlacing
          key={mail.id}
          mail={mail}
          foreseen={foreseen}
          mayPlace={mayPlace}
          next={addressOf(rows.find((row) => row !== mail.id) ?? null)}
          back={back}
          {...reader}
        />
      ) : mail ? (
        <Placed key={mail.id} mail={mail} back={back} {...reader} />
      ) : (
        <div className={classes.empty}>
          <h2 className={classes.emptyTitle}>Every message found its person</h2>
          <p className={classes.emptyWords}>
            What comes into {list.mailbox ? "this mailbox" : "your mailboxes"} and matches nobody is listed here, until somebody
            says whose it is.
          </p>
        </div>
      )}
    </div>
  );
}
