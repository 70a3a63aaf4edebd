import { and, eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { signJobs } from "@/db/schema/shown";
import { askFeed } from "../../events/ask-feed";
import { recordActivity } from "../../events/record-activity";

/**
 * Ends an order that is under way, and writes down what it came to, in the name of who gave it. The campaigns of what it signed are looked over: for
 * all of them once, and not behind each batch, as that judges everybody in a campaign. Of another order nothing changes.
 */
export async function finishSigning(tx: TeamTransaction, jobId: string, as: "done" | "stopped", now: Date): Promise<void> {
  const [job] = await tx
    .update(signJobs)
    .set({ state: as, finishedAt: now })
    .where(and(eq(signJobs.id, jobId), eq(signJobs.state, "running")))
    .returning();
  if (!job || job.signed === 0) return;
  const { teamId, memberId, campaignId, signed, refused } = job;
  await askFeed(tx, teamId, campaignId ? [campaignId] : await readCampaigns(tx, jobId));
  await recordActivity(
    tx,
    { teamId, memberId },
    { verb: "signed all that pass", at: now, campaignId, detail: { signed, refused } },
  );
}

async function readCampaigns(tx: TeamTransaction, jobId: string): Promise<string[]> {
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select distinct d.campaign_id as id from sign_job_drafts o join email_drafts d on d.id = o.draft_id
        where o.job_id = ${jobId} and o.state = 'signed' and d.campaign_id is not null`,
  );
  return rows.map(({ id }) => id);
}
