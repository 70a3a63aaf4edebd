import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { endContacts } from "../../campaigns/end-contact";
import { writeDrafts } from "../../drafts/write/write-drafts";
import { log } from "../../log/log";
import { type Fed, feedCampaign } from "../queue/feed-campaign";
import { giveUp } from "../run/give-up";

/** How many drafts a sweep writes at a time, for contacts whose run was to write them and is lost. */
const draftsAtOnce = 100;

/**
 * Finds in one campaign what was missed, whatever the reason: a draft nobody wrote, a contact nobody ended, a mail that was refused
 * for good, a slot that passed.
 * Then looks it over as the feeder does.
 */
export async function sweepCampaign(scope: Scope, campaignId: string, now: Date): Promise<Fed & { written: number }> {
  // A text that cannot be written must not keep the mails of others from their slots.
  const wrote = await writeDrafts(scope, { campaignId }, now, draftsAtOnce).catch((error: unknown) => {
    log.error({ err: error, team: scope.teamId, campaign: campaignId }, "the sweep could not write drafts");
    return { written: 0 };
  });
  await withTeam(scope, async (tx) => {
    const done = await readRows<{ id: string }>(
      tx,
      sql`select c.id from campaign_contacts c where c.campaign_id = ${campaignId} and c.status in ${anyOf(openStatuses)}
            and c.current_sequence_step >= (select count(*) from campaign_sequences s where s.campaign_id = c.campaign_id)
            and c.last_email_sent_at < ${now.toISOString()}::timestamptz - interval '2 minutes'
          for update of c skip locked`,
    );
    const ids = done.map(({ id }) => id);
    if (ids.length > 0) await endContacts(tx, { teamId: scope.teamId }, ids, "got every mail", now);
    // Refused for good, and whoever heard it was lost before it said so: without a slot no run comes to say it.
    const refused = await readRows<{ draftId: string; code: string | null }>(
      tx,
      sql`select v.draft_id as "draftId", v.error_code as code from deliveries v join campaign_contacts c on c.id = v.campaign_contact_id
          where v.campaign_id = ${campaignId} and v.state = 'failed' and c.status in ${anyOf(openStatuses)}
            and not exists (select 1 from scheduled_emails e where e.draft_id = v.draft_id and e.status = 'pending')
          for update of c skip locked`,
    );
    for (const { draftId, code } of refused) await giveUp(tx, { teamId: scope.teamId, draftId }, code ?? "refused", now);
  });
  return { ...(await feedCampaign(scope, campaignId, now, "all")), written: wrote.written };
}
