import { describe, expect, test } from "vitest";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { readDraftView } from "../review/read-draft-view";
import { signDraft } from "../sign-draft";
import { takeBackSignature } from "../take-back-signature";
import { askToSign } from "./ask-to-sign";
import { readSigning } from "./read-signing";
import { signNext } from "./sign-next";
import { startSigning } from "./start-signing";
import { stopSigning } from "./stop-signing";
import { takeBackSigning } from "./take-back-signing";
import {
  anna,
  ask,
  ben,
  campaignId,
  db,
  idsOf,
  later,
  launch,
  member,
  now,
  people,
  queue,
  seedQueues,
  signedIds,
  whileHeld,
} from "./testing/queue-world";
import { readQueue, shownBy, signAllShown, signOrder } from "./testing/sign-all-shown";
import { wakeSigning } from "./wake-signing";

seedQueues();

describe("an order under way", () => {
  test("is seen by everybody, one's own first, with how far it is; stopped, it stays where it is", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 3);
    expect(await readSigning(member(anna), later)).toMatchObject({ mine: true, state: "running", signed: 3, of: people });
    expect(await readSigning(member(ben), later)).toMatchObject({ mine: false, by: "Anna Keller", state: "running", signed: 3 });
    await stopSigning(ben, jobId, later);
    await stopSigning(ben, jobId, later);
    expect(await signNext(anna, jobId, later, 3)).toEqual({ more: false });
    expect(await signedIds()).toHaveLength(3);
    expect(await readSigning(member(anna), later)).toMatchObject({ state: "stopped", signed: 3, holding: 3 });
    expect(await readSigning(member(ben), later)).toBeNull();
    expect(await readSigning(member(anna), new Date(later.getTime() + 16 * 60_000))).toBeNull();
  });

  test("that lost its run is asked for again by the sweep, and only then", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    const asked = () =>
      db.admin`select data->>'jobId' as job, data->>'memberId' as member from outbox where team_id = ${anna.teamId} and name = 'drafts/signing.started'`;
    await wakeSigning(anna, new Date(later.getTime() + 60_000));
    expect(await asked()).toEqual([]);
    await wakeSigning(anna, new Date(later.getTime() + 121_000));
    expect(await asked()).toEqual([{ job: jobId, member: anna.memberId }]);
    await signOrder(anna, jobId, later);
    await db.admin`delete from outbox where team_id = ${anna.teamId}`;
    await wakeSigning(anna, new Date(later.getTime() + 300_000));
    expect(await asked()).toEqual([]);
  });

  test("tells the pages of the team that it began and that it was stopped", async () => {
    const heard: string[] = [];
    const { unlisten } = await db.admin.listen("countersign_changes", (payload) => heard.push(payload));
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await expect.poll(() => heard).toContain(`${anna.teamId} review`);
    heard.length = 0;
    await stopSigning(anna, jobId, later);
    await expect.poll(() => heard).toContain(`${anna.teamId} review`);
    await unlisten();
  });
});

describe("taken back as one", () => {
  test("an order gives up every signature whose mail has not left, with its slot, and says how many had left", async () => {
    const ids = await idsOf();
    const { jobId } = await signAllShown(anna, campaignId, later);
    await feedCampaign(anna, campaignId, later);
    const [left, leaving] = ids;
    await seedDelivery(db.admin, left ?? "", { state: "confirmed", at: later });
    await db.admin`update email_drafts set status = 'sent' where id = ${left ?? ""}`;
    await seedDelivery(db.admin, leaving ?? "", { state: "submitting", at: later });
    expect(await takeBackSigning(anna, jobId, later, 3)).toEqual({ taken: people - 2, left: 2 });
    expect(await signedIds()).toEqual([left, leaving].sort());
    const slots =
      await db.admin`select draft_id as id from scheduled_emails where campaign_id = ${campaignId} and status = 'pending' order by 1`;
    expect(slots.map(({ id }) => id)).toEqual([left, leaving].sort());
    expect((await queue()).waiting).toBe(people - 2);
    expect(await readSigning(member(anna), later)).toMatchObject({ holding: 2, left: 2 });
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: 0, left: 2 });
  });

  test("while it is under way it stops first", async () => {
    const { jobId } = await ask();
    await startSigning(anna, jobId, later);
    await signNext(anna, jobId, later, 3);
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: 3, left: 0 });
    expect(await signNext(anna, jobId, later, 3)).toEqual({ more: false });
    expect(await signedIds()).toEqual([]);
    expect(await readSigning(member(anna), later)).toBeNull();
  });

  test("leaves alone what somebody signed anew since", async () => {
    const [first] = await idsOf();
    const { jobId } = await signAllShown(anna, campaignId, later);
    await takeBackSignature(ben, first ?? "", later);
    await signDraft(ben, first ?? "", (await readDraftView(member(ben), first ?? "", later)).hash, later);
    expect(await takeBackSigning(anna, jobId, later)).toEqual({ taken: people - 1, left: 0 });
    expect(await signedIds()).toEqual([first]);
  });

  test("leaves alone what somebody signs anew while it waits", async () => {
    const [first] = await idsOf();
    const { jobId } = await signAllShown(anna, campaignId, later);
    await whileHeld(
      first ?? "",
      async (tx) => {
        await tx`update signatures set voided_at = ${later} where draft_id = ${first ?? ""}`;
        await tx`insert into signatures (team_id, draft_id, hash, kind, signed_by) values (${anna.teamId}, ${first ?? ""}, 'h', 'person', ${ben.memberId})`;
      },
      () => takeBackSigning(anna, jobId, later),
    );
    expect(await signedIds()).toEqual([first]);
  });
});

test("five thousand are signed a thousand at a time, and taken back, each within seconds", async () => {
  const many = await launch("Many", 5000, 1000, false);
  await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, campaign_id, campaign_contact_id, sequence_id, sequence_step,
      sequence_version, sender_account_id, created_at)
    select c.team_id, c.contact_id, 'first_outreach', 'Hello', ${`<p>${"Some more words. ".repeat(60)}</p>`}, c.campaign_id, c.id, s.id, 1, s.version, c.sender_account_id, ${now}
    from campaign_contacts c join campaign_sequences s on s.campaign_id = c.campaign_id where c.campaign_id = ${many}`;
  await db.admin`analyze`;
  const asked = await askToSign(anna, shownBy(await readQueue(anna, many, now), many), later);
  expect(asked).toMatchObject({ passing: 5000, unlisted: 4500 });
  await startSigning(anna, asked.jobId, later);
  let batches = 1;
  const signing = await secondsOf(async () => {
    while ((await signNext(anna, asked.jobId, later)).more) batches += 1;
  });
  expect(batches).toBe(6);
  expect(await signedIds()).toHaveLength(5000);
  const back = await secondsOf(async () =>
    expect(await takeBackSigning(anna, asked.jobId, later)).toEqual({ taken: 5000, left: 0 }),
  );
  // 500 took 40 seconds once. Here there is room for a machine that is busy with other things.
  expect({ signing, back }).toEqual({ signing: expect.toSatisfy(few), back: expect.toSatisfy(few) });
}, 120_000);

const few = (seconds: number) => seconds < 25;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
