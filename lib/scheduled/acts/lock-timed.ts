import { eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { type DeliveryState, unsettled, withExchange } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { type DraftRow, lockDraft, type Place } from "../../drafts/lock-draft";
import { isOpen, saysOver } from "../../drafts/place";
import { AppError } from "../../errors/app-error";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatTime } from "../../schedule/words/format-time";

/** A mail that has, or had, its time, with everything locked that decides whether it leaves. */
export type Timed = {
  draft: DraftRow;
  place: Place;
  contactId: string;
  name: string;
  campaignId: string | null;
  senderAccountId: string;
  /** Its pending slot. */
  slot: Slot | null;
  /** When Exchange got it, or may have got it. */
  gone: { at: Date | null; surely: boolean } | null;
};
type Slot = { id: string; at: Date; movedFrom: Date | null; movedBy: string | null; mover: string | null };

/**
 * Locks a mail in the order in which everybody does: the draft, its row in the ledger, then its place. An intent that is being written is waited for,
 * and none is written before this transaction ends.
 * @throws AppError "not_found".
 */
export async function lockTimed(tx: TeamTransaction, draftId: string): Promise<Timed> {
  const before = await lockDraft(tx, draftId);
  await tx.execute(sql`select 1 from deliveries where draft_id = ${draftId} for update`);
  await tx.execute(
    before.place.kind === "campaign"
      ? sql`select 1 from campaign_contacts where id = ${before.place.contact.id} for no key update`
      : sql`select 1 from single_mails where id = ${before.place.single.id} for no key update`,
  );
  // Read once all of it is held: what was waited for may have changed it.
  const { draft, place } = await lockDraft(tx, draftId);
  const [row] = await readRows<{
    slot: Record<keyof Slot, string | null> | null;
    state: DeliveryState | null;
    submitted: string | null;
  }>(
    tx,
    sql`select (select json_build_object('id', e.id, 'at', e.scheduled_for, 'movedFrom', e.moved_from, 'movedBy', e.moved_by, 'mover', m.name) from scheduled_emails e
            left join members m on m.id = e.moved_by where e.draft_id = d.id and e.status = 'pending') as slot,
          v.state, v.submitted_at as submitted
        from email_drafts d left join deliveries v on v.draft_id = d.id and v.state in ${anyOf(withExchange)} where d.id = ${draftId}`,
  );
  const contactId = place.kind === "campaign" ? place.contact.contactId : place.single.contactId;
  const [contact] = await tx
    .select({ name: contacts.name, email: contacts.email })
    .from(contacts)
    .where(eq(contacts.id, contactId));
  const isGone = row?.state || draft.status === "sent";
  const slot =
    row?.slot?.id && row.slot.at
      ? { ...row.slot, id: row.slot.id, at: new Date(row.slot.at), movedFrom: instantOf(row.slot.movedFrom) }
      : null;
  return {
    draft,
    place,
    contactId,
    name: contact?.name ?? contact?.email ?? "",
    campaignId: draft.campaignId,
    senderAccountId: draft.senderAccountId ?? "",
    slot,
    gone: isGone ? { at: instantOf(row?.submitted ?? null), surely: !row?.state || !unsettled.includes(row.state) } : null,
  };
}

/** @throws AppError "conflict" where nothing can be done about its time any more, with the sentence that says why. */
export function mustHaveTime({ draft, place, slot, gone }: Timed, member: Member, now: Date): void {
  if (gone) throw new AppError("conflict", sayGone(gone, member, now));
  if (!isOpen(place)) throw new AppError("conflict", saysOver(place, "Nothing was changed."));
  if (draft.status !== "approved" && draft.status !== "scheduled")
    throw new AppError("conflict", "Its signature was taken back meanwhile, so it has no time. It waits in Review.");
  const waits = place.kind === "single" && place.single.waitReason !== null;
  if (!slot && !waits)
    throw new AppError("conflict", "It lost its time meanwhile, and gets another as soon as it can leave. Nothing was changed.");
}

/** "It has left at 12:42.", for a mail that nobody can call back. */
export function sayGone({ at, surely }: NonNullable<Timed["gone"]>, member: Member, now: Date): string {
  const what = surely ? "It has left" : "It was handed over";
  const rest = surely ? "" : ", and may have left";
  if (!at) return `${what} already${rest}.`;
  const [then, reader] = [toTemporal(at), { now: toTemporal(now), timeZone: member.timezone }];
  const today = formatTime(then, reader).startsWith("today ");
  return today
    ? `${what} at ${formatClock(then, member.timezone)}${rest}.`
    : `${what} on ${formatTime(then, reader).replace(/ (?=\S+$)/, " at ")}${rest}.`;
}
