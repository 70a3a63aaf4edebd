import { setTimeout } from "node:timers/promises";
import type { TestDatabase } from "@/db/testing/test-database";
import type { MailWorld } from "../../../microsoft/graph/testing/start-mail";
import { feedCampaign } from "../../queue/feed-campaign";
import { advanceContact } from "../../run/advance-contact";
import { giveConsent } from "../../testing/give-consent";
import { type ReadyMail, seedNextReadyMail, seedReadyMail } from "../../testing/seed-ready-mail";

/** A campaign of so many people whose first mails are signed, with neither slot nor run. @returns a mail of each. */
export async function seedSigned(world: MailWorld, people: number, now: Date, followUps = 1): Promise<ReadyMail[]> {
  const { admin } = world.db;
  const first = await seedReadyMail(admin, now, { followUps });
  const mails = [first];
  for (let place = 1; place < people; place += 1) mails.push(await seedNextReadyMail(admin, first, now, place));
  await giveConsent(admin, first);
  if (followUps === 1) await admin`delete from campaign_sequences where campaign_id = ${first.campaignId} and sequence_order > 1`;
  await admin`update scheduled_emails set status = 'cancelled' where campaign_id = ${first.campaignId}`;
  await admin`update email_drafts set status = 'approved' where campaign_id = ${first.campaignId}`;
  await admin`update campaign_contacts set run_id = null where campaign_id = ${first.campaignId}`;
  return mails;
}

type Of = Pick<ReadyMail, "scope" | "campaignId">;

/**
 * What one minute brings: the mailbox counts as read, the campaign is looked over, and each run goes as far as it goes.
 * @param atOnce so many do each of it at the same time.
 */
export async function driveCampaign(world: MailWorld, of: Of, now: Date, atOnce = 1) {
  await lookOver(world.db.admin, of, now, atOnce);
  await advanceAll(world, of, now, atOnce);
}

/** Each run goes as far as it goes, and nothing looks the campaign over. */
export async function advanceAll({ db: { admin } }: MailWorld, of: Of, now: Date, atOnce = 1) {
  for (const held of await readHeld(admin, of.campaignId))
    await together(atOnce, () => advanceContact(of.scope, held, () => now));
}

export async function lookOver(admin: TestDatabase["admin"], { scope, campaignId }: Of, now: Date, atOnce = 1) {
  await admin`update mailbox_syncs set last_polled_at = ${now} where team_id = ${scope.teamId}`;
  await admin`update mailbox_watches set look_began_at = ${now} where team_id = ${scope.teamId}`;
  await together(atOnce, () => feedCampaign(scope, campaignId, now));
}

/** Runs that hold somebody who is open. */
async function readHeld(admin: TestDatabase["admin"], campaignId: string) {
  return admin<{ campaignContactId: string; senderAccountId: string; runId: string }[]>`
    select id as "campaignContactId", sender_account_id as "senderAccountId", run_id as "runId" from campaign_contacts
    where campaign_id = ${campaignId} and run_id is not null and status in ('pending', 'in_progress') order by enrolled_at, id`;
}

const together = (times: number, work: () => Promise<unknown>) => Promise.all(Array.from({ length: times }, work));

/** Minute after minute by the real clock, until everybody of the campaign is over. */
export async function driveToEnd(world: MailWorld, of: Of) {
  for (let round = 0; round < 200; round += 1) {
    await driveCampaign(world, of, new Date());
    const [open] = await world.db.admin`select count(*)::int as n from campaign_contacts
      where campaign_id = ${of.campaignId} and status in ('pending', 'in_progress')`;
    if (open?.n === 0) return;
    await setTimeout(50);
  }
  throw new Error("The campaign did not come to its end.");
}

/** How many mails each of these people has got. */
export async function readArrived(world: MailWorld, mails: readonly ReadyMail[]): Promise<number[]> {
  await world.settle();
  const of = async ({ email }: ReadyMail) =>
    ((await world.admin("GET", `mail?to=${encodeURIComponent(email.toLowerCase())}`)) as unknown[]).length;
  return Promise.all(mails.map(of));
}
