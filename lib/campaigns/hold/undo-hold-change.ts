import { and, eq, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { contactHolds } from "@/db/schema/replies";
import type { HoldKind } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { askFeed } from "../../events/ask-feed";
import { recordActivity } from "../../events/record-activity";
import { lockHoldable, type OpenHold } from "./lock-holdable";
import { reopenEndedBy } from "./reopen-ended-by";
import { endHold, placeDue, sayHeld } from "./set-hold";
import { resumesAt, shiftDue } from "./shift-due";

/** Longer than a button stands there. */
const longestMs = 60_000;

/**
 * Gives a hold back as it was before a change, and whatever ended by it. @param at the instant that the change gave back.
 * @throws AppError "not_found", "conflict" where it is too late, or something else has happened since.
 */
export async function undoHoldChange(scope: Scope, contactId: string, at: Date, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [person] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contactId));
    if (!person) throw new AppError("not_found");
    if (now.getTime() - at.getTime() > longestMs) throw new AppError("conflict", "It is too late to take that back.");
    await reopenEndedBy(tx, scope, contactId, at);
    const open = new Map((await lockHoldable(tx, contactId)).map((row) => [row.campaignContactId, row]));
    const changed = await readChanged(tx, scope, contactId, at);
    if (changed.length === 0) throw new AppError("conflict", "There is nothing to take back.");
    for (const { campaignContactId, hold } of changed) {
      const row = open.get(campaignContactId);
      if (!row) throw new AppError("conflict", "It has ended for them since, so nothing is taken back.");
      if (row.hold && !(await isMadeBy(tx, scope, row.hold.id, at)))
        throw new AppError("conflict", "Another answer of theirs came since. Look again.");
      if (row.hold) await endHold(tx, scope, row.hold.id, "changed", now);
      const asItWas = { ended: null, endedAt: null, endedBy: null };
      await tx.update(contactHolds).set(asItWas).where(eq(contactHolds.id, hold.id));
      const from = row.hold ? resumesAt(row.hold, row.lastSentAt) : hold.ended === "released" ? at : null;
      const to = resumesAt(hold, row.lastSentAt);
      await placeDue(tx, row, row.dueAt && from ? shiftDue(row.dueAt, from, to) : row.dueAt, now);
      await sayHeld(tx, row, hold);
      const until = hold.until?.toISOString() ?? null;
      const detail = { as: "as it was", until };
      await recordActivity(tx, scope, { verb: "changed a hold", campaignId: row.campaignId, contactId, detail, at: now });
    }
    await askFeed(tx, scope.teamId, [...new Set([...open.values()].map(({ campaignId }) => campaignId))]);
  });
}

type Changed = { campaignContactId: string; hold: OpenHold & { ended: string } };

/** The holds that this person ended at that instant. */
async function readChanged(tx: TeamTransaction, scope: Scope, contactId: string, at: Date): Promise<Changed[]> {
  type Row = {
    id: string;
    of: string;
    kind: HoldKind;
    beganAt: string;
    until: string | null;
    backDay: string | null;
    ended: string;
  };
  const rows = await readRows<Row & { messageId: string | null }>(
    tx,
    sql`select h.id, h.campaign_contact_id as of, h.kind, h.began_at as "beganAt", h.until, h.back_day::text as "backDay", h.ended, h.message_id as "messageId"
        from contact_holds h join campaign_contacts c on c.id = h.campaign_contact_id
        where c.contact_id = ${contactId} and h.ended_at = ${at.toISOString()}::timestamptz and h.ended_by = ${scope.memberId}::uuid
          and h.ended in ('changed', 'released') order by c.id`,
  );
  return rows.map(({ of, ...hold }) => ({
    campaignContactId: of,
    hold: { ...hold, beganAt: instantOf(hold.beganAt), until: instantOf(hold.until) },
  }));
}

/** Whether a hold stands there by that change: chosen, or read from a message that had come before it. */
async function isMadeBy(tx: TeamTransaction, scope: Scope, holdId: string, at: Date): Promise<boolean> {
  const known = sql`exists (select 1 from mailbox_messages n where n.id = ${contactHolds.messageId} and n.received_at <= ${at.toISOString()}::timestamptz)`;
  const made = await tx
    .select({ id: contactHolds.id })
    .from(contactHolds)
    .where(and(eq(contactHolds.id, holdId), sql`(${contactHolds.madeBy} = ${scope.memberId}::uuid or ${known})`));
  return made.length > 0;
}
