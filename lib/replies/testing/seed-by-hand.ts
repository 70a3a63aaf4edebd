import type { TestDatabase } from "@/db/testing/test-database";
import { seedHandFollowUp, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { type Mailed, seedMailed } from "./seed-mailed";

type Sql = TestDatabase["admin"];

/**
 * Somebody whose mail by hand has left, with another by hand in its thread that is signed and has its time, and a campaign from the same mailbox whose
 * first mail is as ready.
 */
export async function seedByHand(admin: Sql, sentAt: Date, planned: Date) {
  const first: Mailed = await seedMailed(admin, await seedReadyMail(admin, sentAt, { kind: "single" }), sentAt);
  const next = await seedHandFollowUp(admin, first, planned);
  const enrolled = await seedSamePerson(admin, first, planned);
  return { first, next, enrolled: { ...enrolled, email: first.email } };
}

/** Where a mail by hand stands: its row, draft, slot and signature. */
export async function standsByHand(admin: Sql, draftId: string) {
  const [row] = await admin`select coalesce(h.ended_reason, 'open') as stands, d.status, h.run_id is not null as running,
      (select s.status from scheduled_emails s where s.draft_id = d.id order by s.status = 'pending' desc, s.created_at desc limit 1) as slot,
      (select coalesce(g.void_cause, 'live') from signatures g where g.draft_id = d.id order by g.voided_at nulls first limit 1) as signature
    from single_mails h join email_drafts d on d.id = h.draft_id where d.id = ${draftId}`;
  return row as { stands: string; status: string; running: boolean; slot: string | null; signature: string | null };
}

/** As `standsByHand` says it of one that leaves at its time, that waits in Review again, and that ended with its reader. */
export const planned = { stands: "open", status: "scheduled", running: true, slot: "pending", signature: "live" };
export const inReview = {
  stands: "open",
  status: "draft",
  running: false,
  slot: "cancelled",
  signature: "They wrote since it was signed",
};
export const endedWithReader = { stands: "suppressed", status: "approved", running: false, slot: "cancelled", signature: "live" };
