import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { emit } from "../../../events/emit";
import type { Queue } from "../lock-queue";
import { runName } from "./run-name";

/**
 * Starts a run for each contact, under a new admission number: whatever ran for them before can write no more, also where it still sleeps
 * until another time. Inngest remembers an event's id for a day only, so each admission has its own.
 */
export async function admit(
  tx: TeamTransaction,
  teamId: string,
  { campaignId, senderAccountId }: Pick<Queue, "campaignId" | "senderAccountId">,
  mails: { campaignContactId: string; admission: number }[],
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  const runs = mails.map(({ campaignContactId, admission }) => ({ campaignContactId, admission: admission + 1 }));
  await tx.execute(
    sql`update campaign_contacts c set admission = x.admission, admitted_at = ${now.toISOString()}::timestamptz, run_id = x.run_id,
          run_due_at = ${now.toISOString()}::timestamptz
        from unnest(${sql.param(runs.map((run) => run.campaignContactId))}::uuid[], ${sql.param(runs.map((run) => run.admission))}::int[],
          ${sql.param(runs.map((run) => runName(run.campaignContactId, run.admission)))}::text[]) as x(id, admission, run_id) where c.id = x.id`,
  );
  await emit(
    tx,
    "campaign/contact.admitted",
    runs.map((run) => ({
      eventId: `admitted:${runName(run.campaignContactId, run.admission)}`,
      data: { teamId, campaignId, senderAccountId, ...run },
    })),
  );
}
