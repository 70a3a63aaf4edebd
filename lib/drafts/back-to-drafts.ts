import { and, isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { emailDrafts, signatures } from "@/db/schema/drafts";
import { singleMails } from "@/db/schema/letters";
import { draftedInMailbox, withExchange } from "@/db/schema/words";
import { sayWhy } from "../campaigns/wait/say-why";
import { emit } from "../events/emit";
import { takeBackSlots } from "../slots/take-back-slots";

/** A draft whose signature is void, with the run that holds its contact, if one does. */
export type Returned = { id: string; campaignId: string | null; campaignContactId: string | null; runId: string | null };

/**
 * Turns signed drafts into ones that wait for a signature again, and takes their slots back. Those whose mail was handed to Exchange, or has
 * left, stay as they are. @returns those that wait again.
 */
export async function backToDrafts(
  tx: TeamTransaction,
  scope: Scope,
  draftIds: string[],
  cause: string,
  now: Date,
): Promise<Returned[]> {
  const { drafts, mailboxes } = await lockUnsent(tx, draftIds);
  const ids = drafts.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx
    .update(signatures)
    .set({ voidedAt: now, voidedBy: scope.memberId, voidCause: cause })
    .where(and(these(signatures.draftId, ids), isNull(signatures.voidedAt)));
  await takeBackSlots(tx, sql`e.draft_id = any(${sql.param(ids)}::uuid[])`, cause);
  await tx.update(emailDrafts).set({ status: "draft", approvedAt: null, updatedAt: now }).where(these(emailDrafts.id, ids));
  // They lie in a mailbox, whose owner could send them: the sweep removes them, and is not waited for.
  await emit(
    tx,
    "mailbox/poll",
    mailboxes.map((senderAccountId) => ({
      eventId: `useless:${senderAccountId}:${now.getTime()}`,
      data: { teamId: scope.teamId, senderAccountId },
    })),
  );
  const contacts = drafts.flatMap(({ campaignContactId }) => campaignContactId ?? []);
  await sayWhy(tx, sql`c.id = any(${sql.param(contacts)}::uuid[])`, "needs_signature");
  const singles = drafts.flatMap(({ id, campaignId }) => (campaignId === null ? [id] : []));
  // No run may write for it any more: the next signature plans it anew.
  if (singles.length > 0)
    await tx
      .update(singleMails)
      .set({ runId: null, leaveAt: null, waitReason: null, nextAt: null })
      .where(sql`${singleMails.draftId} = any(${sql.param(singles)}::uuid[])`);
  return drafts;
}

const these = (column: typeof signatures.draftId | typeof emailDrafts.id, ids: string[]) =>
  sql`${column} = any(${sql.param(ids)}::uuid[])`;

/** Each draft before its row in the ledger, and many in this order, as everybody locks them. */
async function lockUnsent(tx: TeamTransaction, draftIds: string[]): Promise<{ drafts: Returned[]; mailboxes: string[] }> {
  const ids = sql.param(draftIds);
  const drafts = await readRows<{ id: string }>(
    tx,
    sql`select d.id from email_drafts d where d.id = any(${ids}::uuid[]) order by d.id for update`,
  );
  // Whatever its state: an intent that is being written holds this row, and one that comes later finds the signature void.
  const held = await readRows<{ id: string; left: boolean; drafted: boolean; mailbox: string }>(
    tx,
    sql`select v.draft_id as id, v.state in ${anyOf(withExchange)} as left, v.state in ${anyOf(draftedInMailbox)} as drafted,
          v.sender_account_id as mailbox from deliveries v
        where v.draft_id = any(${ids}::uuid[]) order by v.draft_id for update`,
  );
  const left = new Set(held.filter((row) => row.left).map(({ id }) => id));
  const unsent = await readRows<Returned>(
    tx,
    sql`select d.id, d.campaign_id as "campaignId", c.id as "campaignContactId", c.run_id as "runId"
        from email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id
        where d.id = any(${sql.param(drafts.map(({ id }) => id).filter((id) => !left.has(id)))}::uuid[]) and d.status <> 'sent'`,
  );
  return { drafts: unsent, mailboxes: [...new Set(held.filter((row) => row.drafted).map(({ mailbox }) => mailbox))] };
}
