import type { Metadata } from "next";
import look from "@/app/ui/look/look.module.css";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { foreseePlacing } from "@/lib/replies/unplaced/foresee-placing";
import { listOtherMail } from "@/lib/replies/unplaced/list-other-mail";
import { openOtherMail } from "@/lib/replies/unplaced/open-other-mail";
import { MailList } from "./mail-list";
import classes from "./other.module.css";
import { Placed } from "./placed";
import { Placing } from "./placing";
import { RowKeys } from "./row-keys";

export const metadata: Metadata = { title: "Other mail" };

type Asked = { m?: string; waiting?: string; understood?: string };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> };

/** What came into a mailbox and is nobody's answer yet, or was understood by itself. */
export default async function OtherMailPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const asked = await searchParams;
  const from = { waiting: behind(asked.waiting), understood: behind(asked.understood) };
  const list = await orNotFound(listOtherMail(member, id, from));
  const rows = [...list.waiting.rows, ...list.understood.rows].map((row) => row.id);
  const chosen = asked.m ? idOrNotFound(asked.m) : (rows[0] ?? null);
  const mail = chosen ? await orNotFound(openOtherMail(member, id, chosen)) : null;
  const waits = mail && !mail.owner && !mail.isHidden;
  const foreseen = waits ? await Promise.all(mail.guesses.map((guess) => foreseePlacing(member, mail.id, guess.contactId))) : [];
  const addressOf = (change: Record<string, string | null>) => {
    const next = Object.entries({ ...from, m: chosen, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return `/settings/mailboxes/${id}/other?${new URLSearchParams(next)}`;
  };
  const reader = { now: new Date(), timeZone: member.timezone };
  return (
    <div className={classes.desk} data-opened={Boolean(asked.m)}>
      <h1 className={look.spoken}>Other mail of {list.mailbox}</h1>
      <RowKeys addresses={Object.fromEntries(rows.map((row) => [row, addressOf({ m: row })]))} opened={chosen} />
      <MailList list={list} mailbox={{ id, email: list.mailbox }} opened={chosen} addressOf={addressOf} {...reader} />
      {waits ? (
        <Placing
          key={mail.id}
          mail={mail}
          foreseen={foreseen}
          mayPlace={hasRight(member.role, "contacts:edit")}
          next={addressOf({ m: rows.find((row) => row !== mail.id) ?? null })}
          back={addressOf({ m: null })}
          {...reader}
        />
      ) : mail ? (
        <Placed key={mail.id} mail={mail} back={addressOf({ m: null })} {...reader} />
      ) : (
        <div className={classes.empty}>
          <h2 className={classes.emptyTitle}>Every message found its person</h2>
          <p className={classes.emptyWords}>
            What comes into this mailbox and matches nobody is listed here, until somebody says whose it is.
          </p>
        </div>
      )}
    </div>
  );
}

/** A message out of an address, or the first page. */
const behind = (text: string | undefined) => (text ? idOrNotFound(text) : null);
