import { type SQL, sql } from "drizzle-orm";
import { lowerCase } from "@/db/access/lower-case";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { MessageKind, ReportBlame, WishWord } from "@/db/schema/words";
import { isUnplaced } from "../../contacts/is-unplaced";
import { AppError } from "../../errors/app-error";

export type OtherMail = {
  id: string;
  kind: MessageKind;
  /** The address of the mailbox it came into. */
  mailbox: string;
  fromEmail: string | null;
  /** Its first words. */
  snippet: string;
  receivedAt: Date;
  /** Whose it is; for one that waits, whose it most likely is. */
  contact: string | null;
  blames: ReportBlame | null;
  statusCode: string | null;
  wish: WishWord | null;
  /** Somebody is held because of it. */
  holds: boolean;
  /** How many mails wait because of it: of what stands on top. */
  waits: number | null;
};

/** `older`: where the next page begins; null at the end. */
export type OtherMailPage = { rows: OtherMail[]; older: string | null };
/** `mailbox` is null for all of them. */
export type OtherMailList = { mailbox: string | null; waiting: OtherMailPage; understood: OtherMailPage };

const perPage = 50;

/**
 * What came into a mailbox, or into all of them, and is no answer that was matched: what belongs to nobody, and what was understood by itself;
 * the newest first. What says that Microsoft holds a mailbox back stands on top while it does.
 * @param from a message of each part behind which the page begins.
 * @throws AppError "not_found" for another team's mailbox.
 */
export function listOtherMail(
  scope: Scope,
  mailboxId: string | null,
  from: { waiting: string | null; understood: string | null },
): Promise<OtherMailList> {
  return withTeam(scope, async (tx) => {
    const [mailbox] = mailboxId
      ? await readRows<{ email: string }>(tx, sql`select email from sender_accounts where id = ${mailboxId}`)
      : [null];
    if (mailbox === undefined) throw new AppError("not_found");
    const own = mailboxId ? sql`m.id = ${mailboxId}` : sql`true`;
    const isUnderstood = sql`n.contact_id is not null and (n.kind <> 'reply' or n.wish = 'remove') and n.kind <> 'meeting'`;
    const waits = sql`(select count(*)::int from scheduled_emails e where e.sender_account_id = n.sender_account_id and e.status = 'pending')`;
    const blocked = from.understood
      ? []
      : await readPage(tx, sql`${own} and m.trouble = 'limited'`, sql`n.blames = 'ours'`, null, {
          each: 1,
          limit: perPage,
          waits,
        });
    return {
      mailbox: mailbox?.email ?? null,
      waiting: pageOf(await readPage(tx, own, isUnplaced, from.waiting)),
      understood: pageOf(await readPage(tx, own, isUnderstood, from.understood), blocked),
    };
  });
}

/** Of each mailbox `m` its newest messages `n`, by its index, and of those the newest of all. */
function readPage(
  tx: TeamTransaction,
  mailboxes: SQL,
  which: SQL,
  behind: string | null,
  { each, limit, waits } = { each: perPage + 1, limit: perPage + 1, waits: sql`null::int` },
): Promise<Found[]> {
  const place = (column: SQL) => sql`(select ${column} from mailbox_messages b where b.id = ${behind}::uuid)`;
  const since = behind ? sql`and (n.received_at, n.id) < (${place(sql`b.received_at`)}, ${place(sql`b.id`)})` : sql``;
  const sender = sql`(select a.contact_id from contact_addresses a where a.address_norm = ${lowerCase(sql`trim(n.from_email)`)})`;
  return readRows<Found>(
    tx,
    sql`select n.id, n.kind, n.mailbox, n.from_email as "fromEmail", coalesce(nullif(n.snippet, ''), n.subject, '') as snippet, n.received_at as "receivedAt",
          n.blames, n.status_code as "statusCode", n.wish,
          (select coalesce(p.name, p.email) from contacts p where p.id = coalesce(n.contact_id, ${sender}, (n.guesses->0->>'contactId')::uuid)) as contact,
          exists (select 1 from contact_holds h where h.message_id = n.id and h.ended_at is null) as holds,
          ${waits} as waits
        from (
          select l.*, m.email as mailbox
          from sender_accounts m cross join lateral (
            select n.* from mailbox_messages n where n.sender_account_id = m.id and ${which} ${since} order by n.received_at desc, n.id desc limit ${each}
          ) l
          where ${mailboxes} order by l.received_at desc, l.id desc limit ${limit}
        ) n order by n.received_at desc, n.id desc`,
  );
}

type Found = Omit<OtherMail, "receivedAt"> & { receivedAt: string };

function pageOf(found: Found[], onTop: Found[] = []): OtherMailPage {
  const page = found.slice(0, perPage);
  const rows = [...onTop, ...page.filter((row) => !onTop.some((top) => top.id === row.id))];
  return {
    rows: rows.map((row) => ({ ...row, snippet: row.snippet.slice(0, 160), receivedAt: instantOf(row.receivedAt) })),
    older: found.length > perPage ? (page.at(-1)?.id ?? null) : null,
  };
}
