import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { type HoldKind, openStatuses } from "@/db/schema/words";

/** An open hold as it is kept. `until` null: until somebody decides. */
export type OpenHold = {
  id: string;
  kind: HoldKind;
  beganAt: Date;
  until: Date | null;
  backDay: string | null;
  messageId: string | null;
};

/** Somebody's place in a campaign that still runs for them, and the hold that stands there, which may be over. */
export type Holdable = {
  campaignContactId: string;
  campaignId: string;
  contactId: string;
  lastSentAt: Date | null;
  dueAt: Date | null;
  hold: OpenHold | null;
};

/** The open campaigns of a contact, each locked until the transaction ends, in the order in which everybody takes them. */
export async function lockHoldable(tx: TeamTransaction, contactId: string): Promise<Holdable[]> {
  await tx.execute(
    sql`select 1 from campaign_contacts c where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)} order by c.id for no key update`,
  );
  type Row = Omit<Holdable, "lastSentAt" | "dueAt" | "hold"> & {
    lastSentAt: string | null;
    dueAt: string | null;
    holdId: string | null;
    kind: HoldKind;
    beganAt: string;
    until: string | null;
    backDay: string | null;
    messageId: string | null;
  };
  const rows = await readRows<Row>(
    tx,
    sql`select c.id as "campaignContactId", c.campaign_id as "campaignId", c.contact_id as "contactId", c.last_email_sent_at as "lastSentAt",
          c.due_at as "dueAt", h.id as "holdId", h.kind, h.began_at as "beganAt", h.until, h.back_day::text as "backDay", h.message_id as "messageId"
        from campaign_contacts c left join contact_holds h on h.campaign_contact_id = c.id and h.ended_at is null
        where c.contact_id = ${contactId} and c.status in ${anyOf(openStatuses)} order by c.id`,
  );
  return rows.map(({ holdId: id, kind, beganAt, until, backDay, messageId, ...row }) => ({
    ...row,
    lastSentAt: instantOf(row.lastSentAt),
    dueAt: instantOf(row.dueAt),
    hold: id === null ? null : { id, kind, beganAt: instantOf(beganAt), until: instantOf(until), backDay, messageId },
  }));
}

/** Whether a hold keeps mail back at this instant. */
export function isInForce(hold: OpenHold | null, now: Date): hold is OpenHold {
  return hold !== null && (hold.until === null || hold.until > now);
}
