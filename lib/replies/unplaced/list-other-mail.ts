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
};

/** `older`: where the next page begins; null at the end. */
export type OtherMailPage = { rows: OtherMail[]; older: string | null };
export type OtherMailList = { mailbox: string; waiting: OtherMailPage; count: number; understood: OtherMailPage };

const perPage = 50;

/**
 * What came into a mailbox and is no answer that was matched: what belongs to nobody, and what was understood by itself; the newest first. What
 * says that Microsoft holds the mailbox back stands on top while it does.
 * @param from a message of each part behind which the page begins.
 * @throws AppError "not_found" for another team's mailbox.
 */
export function listOtherMail(
  scope: Scope,
  senderAccountId: string,
  from: { waiting: string | null; understood: string | null },
): Promise<OtherMailList> {
  return withTeam(scope, async (tx) => {
    const own = sql`n.sender_account_id = ${senderAccountId}`;
    const [mailbox] = await readRows<{ email: string; count: number; limited: boolean }>(
      tx,
      sql`select m.email, coalesce(m.trouble = 'limited', false) as limited, (select count(*)::int from mailbox_messages n where ${own} and ${isUnplaced}) as count
          from sender_accounts m where m.id = ${senderAccountId}`,
    );
    if (!mailbox) throw new AppError("not_found");
    const isUnderstood = sql`n.contact_id is not null and (n.kind <> 'reply' or n.wish = 'remove') and n.kind <> 'meeting'`;
    const blocked =
      mailbox.limited && !from.understood ? await readPage(tx, sql`${own} and n.blames = 'ours'`, null, sql`limit 1`) : [];
    const understood = await readPage(tx, sql`${own} and ${isUnderstood}`, from.understood);
    return {
      mailbox: mailbox.email,
      count: mailbox.count,
      waiting: pageOf(await readPage(tx, sql`${own} and ${isUnplaced}`, from.waiting)),
      understood: pageOf(understood, blocked),
    };
  });
}

function readPage(tx: TeamTransaction, which: SQL, behind: string | null, limit = sql`limit ${perPage + 1}`): Promise<Found[]> {
  const since = behind
    ? sql`and (n.received_at, n.id) < (select b.received_at, b.id from mailbox_messages b where b.id = ${behind})`
    : sql``;
  const sender = sql`(select a.contact_id from contact_addresses a where a.address_norm = ${lowerCase(sql`trim(n.from_email)`)})`;
  return readRows<Found>(
    tx,
    sql`select n.id, n.kind, n.from_email as "fromEmail", coalesce(nullif(n.snippet, ''), n.subject, '') as snippet, n.received_at as "receivedAt",
          n.blames, n.status_code as "statusCode", n.wish,
          (select coalesce(p.name, p.email) from contacts p where p.id = coalesce(n.contact_id, ${sender}, (n.guesses->0->>'contactId')::uuid)) as contact,
          exists (select 1 from contact_holds h where h.message_id = n.id and h.ended_at is null) as holds
        from mailbox_messages n where ${which} ${since} order by n.received_at desc, n.id desc ${limit}`,
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
