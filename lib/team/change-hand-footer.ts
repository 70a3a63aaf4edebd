import { eq, sql } from "drizzle-orm";
import { answeredInThread } from "@/db/access/answered-in-thread";
import { type Scope, withTeam } from "@/db/access/with-team";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";

/**
 * Says whether what is written by hand carries unsubscribe line and postal address. Mails that are signed leave as they were signed; those that wait
 * for a signature follow, and who looks at one at this moment reads it again; mails of campaigns carry both in any case.
 */
export async function changeHandFooter(scope: Scope, handFooter: boolean, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    // Whoever signs holds the draft: what is being signed is waited for, and signed as it was shown.
    // An answer carries none in any case.
    const waiting = sql`d.campaign_id is null and d.status = 'draft'
      and not exists (select 1 from single_mails a where a.draft_id = d.id and a.answers_message_id is not null)`;
    await tx.execute(
      sql`with locked as materialized (select d.id from email_drafts d where ${waiting} order by d.id for update) select count(*) from locked`,
    );
    const changed = await tx.update(teams).set({ handFooter }).where(eq(teams.id, scope.teamId)).returning({ id: teams.id });
    if (changed.length === 0) throw new AppError("not_found");
    const answered = answeredInThread({
      contact: sql`h.contact_id`,
      mailbox: sql`v.sender_account_id`,
      delivery: sql`v.id`,
      conversation: sql`v.conversation_id`,
    });
    const answers = sql`coalesce((select ${answered} > v.submitted_at from deliveries v where v.id = h.thread_delivery_id), false)`;
    await tx.execute(
      sql`update single_mails h set is_plain = not x.footer or x.answers
          from (select h.id, ${handFooter}::boolean as footer, ${answers} as answers from single_mails h join email_drafts d on d.id = h.draft_id where ${waiting}) x
          where h.id = x.id and h.is_plain is distinct from (not x.footer or x.answers)`,
    );
    await recordActivity(tx, scope, { verb: "changed the team", at: now, detail: { handFooter: handFooter ? "on" : "off" } });
  });
}
