import { and, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { signatures } from "@/db/schema/drafts";
import { senderAccounts } from "@/db/schema/senders";
import { withExchange } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import { correctSender } from "../mail/correct-sender";
import { hashRequest } from "../mail/mail-request";
import { readKeptRequest } from "../mail/read-kept-request";
import { correctedMails } from "./corrected-mails";
import { wakeRuns } from "./wake-runs";

/** What the person confirmed, with its number; `after` is the last draft looked at, null begins. */
export type Confirmed = { from: string; to: string; count: number; after: string | null };

/** `after` is where the next call goes on; null when every mail has been looked at. */
export type SignedAnew = { signed: number; after: string | null };

/**
 * Signs the next mails of a mailbox, 500 in one transaction, that were signed under an address it does not have, anew under its own; call it again with
 * `after` until that is null. Only the sender changes: text, recipient and slot stay, and the last check before a mail leaves asks all it
 * always asks. Whatever a call did stays done, so it may be repeated. What left, ended or was taken back meanwhile is passed over.
 * @throws AppError "not_found", "conflict" when the address is another than was shown, or more mails wait than were.
 */
export function signCorrected(
  scope: Scope,
  senderAccountId: string,
  shown: Confirmed,
  now: Date,
  limit = 500,
): Promise<SignedAnew> {
  return withTeam(scope, async (tx) => {
    const [mailbox] = await tx
      .select({ email: senderAccounts.email })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, senderAccountId));
    if (!mailbox) throw new AppError("not_found");
    if (mailbox.email !== shown.to)
      throw new AppError("conflict", `The mailbox’s address is ${mailbox.email} meanwhile. Look again before you sign.`);
    const theirs = sql`${correctedMails} and m.id = ${senderAccountId} and d.signed_from = ${shown.from}`;
    if (shown.after === null) await refuseMore(tx, theirs, shown.count);
    const behind = shown.after
      ? sql`and (${place}) > (select ${place} from email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id where d.id = ${shown.after})`
      : sql``;
    // In the order of the list, because slots are given while signing goes on.
    const waiting = await readRows<{ id: string }>(tx, sql`select d.id ${theirs} ${behind} order by ${place} limit ${limit}`);
    const ids = waiting.map(({ id }) => id);
    const signed = await signAnew(tx, scope, await lockDrafts(tx, ids), shown, now);
    await wake(tx, scope.teamId, signed, now);
    return { signed: signed.length, after: ids.length === limit ? (ids.at(-1) ?? null) : null };
  });
}

/** Campaign by campaign in the order of its list; mails without one come first. */
const place = sql`coalesce(d.campaign_id, '00000000-0000-0000-0000-000000000000'), coalesce(c.position, 0), d.id`;

async function refuseMore(tx: TeamTransaction, theirs: ReturnType<typeof sql>, shown: number) {
  const [row] = await readRows<{ count: number }>(tx, sql`select count(*)::int as count ${theirs}`);
  if ((row?.count ?? 0) > shown)
    throw new AppError("conflict", `${row?.count} mails wait for this now, not ${shown}. Look again before you sign.`);
}

type Draft = { id: string; campaignId: string | null; campaignContactId: string | null; request: unknown };

/**
 * The drafts that are still signed and have not left. Each before its row in the ledger, as everybody locks them: an intent that is being
 * written holds that, and one that comes later finds the new signature.
 */
async function lockDrafts(tx: TeamTransaction, ids: string[]): Promise<Draft[]> {
  const drafts = await readRows<Draft>(
    tx,
    sql`select d.id, d.campaign_id as "campaignId", d.campaign_contact_id as "campaignContactId", d.request from email_drafts d
        where d.id = any(${sql.param(ids)}::uuid[]) and (d.status = 'approved' or d.status = 'scheduled') order by d.id for update`,
  );
  const held = await readRows<{ id: string; left: boolean }>(
    tx,
    sql`select v.draft_id as id, v.state in ${anyOf([...withExchange, "failed"])} as left from deliveries v
        where v.draft_id = any(${sql.param(ids)}::uuid[]) order by v.draft_id for update`,
  );
  const left = new Set(held.filter((row) => row.left).map(({ id }) => id));
  return drafts.filter(({ id }) => !left.has(id));
}

async function signAnew(
  tx: TeamTransaction,
  scope: Scope,
  drafts: Draft[],
  { from, to }: Confirmed,
  now: Date,
): Promise<Draft[]> {
  const anew = drafts.flatMap((draft) => {
    const kept = readKeptRequest(draft.request);
    if ("unreadable" in kept || kept.request.from.email !== from) return [];
    const request = correctSender(kept.request, to);
    return [{ draft, id: draft.id, before: hashRequest(kept.request), request, hash: hashRequest(request) }];
  });
  // Only what truly was signed is signed again unread: the hash of the signature is that of the request.
  const voided = await tx
    .update(signatures)
    .set({ voidedAt: now, voidedBy: scope.memberId, voidCause: `Signed again as ${to}` })
    .where(
      and(
        isNull(signatures.voidedAt),
        sql`(${signatures.draftId}, ${signatures.hash}) in (select * from unnest(${sql.param(anew.map(({ id }) => id))}::uuid[], ${sql.param(anew.map(({ before }) => before))}::text[]))`,
      ),
    )
    .returning({ id: signatures.draftId });
  const truly = new Set(voided.map(({ id }) => id));
  const signed = anew.filter(({ id }) => truly.has(id));
  if (signed.length === 0) return [];
  const rows = JSON.stringify(signed.map(({ id, request, hash }) => ({ id, request, hash })));
  await tx.execute(
    sql`update email_drafts d set request = x.request, request_hash = x.hash, approved_at = ${now.toISOString()}::timestamptz, updated_at = ${now.toISOString()}::timestamptz
        from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, request jsonb, hash text) where d.id = x.id`,
  );
  await tx
    .insert(signatures)
    .values(signed.map(({ id, hash }) => ({ draftId: id, hash, kind: "person", signedBy: scope.memberId, signedAt: now })));
  return signed.map(({ draft }) => draft);
}

/** Tells the runs that wait, and has campaigns and mails without one looked over. */
async function wake(tx: TeamTransaction, teamId: string, signed: Draft[], now: Date) {
  // Told whether a contact has a run or not: one may be on its way.
  await wakeRuns(
    tx,
    teamId,
    signed.map((draft) => ({ ...draft, runId: "" })),
    now,
  );
}
