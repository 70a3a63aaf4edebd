import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { ExplainedStep, OfSingle, SentStep } from "../run/sent-step";

/**
 * Writes on the row of a mail without a campaign why it waits and until when, once its time has come. Where it waits for somebody its run gives it up,
 * and whoever looks over the team's mails starts another. A run that lost the mail writes nothing.
 */
export async function keepWait(
  scope: Scope,
  { singleMailId, runId }: Pick<OfSingle, "singleMailId" | "runId">,
  step: ExplainedStep,
  now: Date,
): Promise<SentStep> {
  if (step.kind !== "again" && step.kind !== "wait") return { kind: step.kind };
  const at = step.kind === "again" ? step.at : (step.from?.toISOString() ?? null);
  const why = step.why ?? null;
  await withTeam(scope, (tx) =>
    tx.execute(
      sql`update single_mails h set run_id = ${step.kind === "again" ? runId : null}, next_at = ${at}::timestamptz, wait_reason = case
            when exists (select 1 from scheduled_emails e where e.draft_id = h.draft_id and e.status = 'pending' and e.scheduled_for > ${now.toISOString()}::timestamptz) then null
            when ${why}::text = 'mailbox_limited' then (select 'mailbox_' || coalesce(m.trouble, 'limited') from email_drafts d join sender_accounts m on m.id = d.sender_account_id
              where d.id = h.draft_id)
            else ${why}::text end
          where h.id = ${singleMailId} and h.run_id = ${runId} and h.ended_reason is null`,
    ),
  );
  return step.kind === "again" ? { kind: "again", at: step.at } : { kind: "wait" };
}
