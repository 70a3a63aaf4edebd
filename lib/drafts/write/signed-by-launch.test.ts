import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { launchCampaign } from "../../campaigns/launch/launch-campaign";
import { showLaunch } from "../../campaigns/launch/show-launch";
import { type LaunchWorld, listed, seedLaunch } from "../../campaigns/launch/testing/seed-launch";
import { editCampaign } from "../../campaigns/setup/edit-campaign";
import { stubSettings } from "../../env/testing/stub-settings";
import { changeTeam } from "../../team/change-team";
import { writeDrafts } from "./write-drafts";

let db: TestDatabase;
const now = new Date();

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

/** A campaign that is signed by its launch, just launched. */
async function launched(): Promise<LaunchWorld> {
  const world = await seedLaunch(db.admin);
  await editCampaign(world.scope, world.campaignId, { reviewMode: "launch" }, now);
  const { viewId } = await showLaunch(world.scope, world.campaignId, now);
  await launchCampaign(world.scope, world.campaignId, viewId, now);
  return world;
}

/** How many of the drafts that are written now are signed, and by whom. */
async function signedOf({ scope, campaignId }: LaunchWorld) {
  expect(await writeDrafts(scope, { campaignId }, now)).toMatchObject({ written: listed.length });
  const rows = await db.admin`select s.signed_by as by, s.kind from signatures s join email_drafts d on d.id = s.draft_id
    where d.campaign_id = ${campaignId} and s.voided_at is null`;
  return rows.map((row) => ({ ...row }));
}

test("who launches signs what is written from what was shown", async () => {
  const world = await launched();
  expect(await signedOf(world)).toEqual(listed.map(() => ({ by: world.scope.memberId, kind: "launch" })));
});

test.each<[string, (world: LaunchWorld) => Promise<unknown>]>([
  [
    "another signature block",
    ({ mailbox }) => db.admin`update sender_accounts set signature_html = '<p>Free</p>' where id = ${mailbox}`,
  ],
  [
    "another name of its sender",
    ({ mailbox }) => db.admin`update sender_accounts set display_name = 'Free' where id = ${mailbox}`,
  ],
  ["another name of the team", ({ scope }) => changeTeam(scope, { name: "Free" }, now)],
  ["another postal address", ({ scope }) => changeTeam(scope, { postalAddress: "1 Free Street" }, now)],
])("with %s since the launch every mail waits for a person", async (_, change) => {
  const world = await launched();
  await change(world);
  expect(await signedOf(world)).toEqual([]);
  expect(
    await db.admin`select distinct wait_reason as waits from campaign_contacts where campaign_id = ${world.campaignId}`,
  ).toEqual([{ waits: "needs_signature" }]);
});

test("what an earlier release launched is signed by its texts alone", async () => {
  const world = await launched();
  await db.admin`update campaign_launches set templates_hash = encode(sha256(convert_to((select '[' || string_agg('["' || id || '",' || version || ',"'
      || encode(sha256(convert_to(jsonb_build_array(subject_template, body_template)::text, 'UTF8')), 'hex') || '"]', ',' order by sequence_order) || ']'
      from campaign_sequences where campaign_id = ${world.campaignId}), 'UTF8')), 'hex') where campaign_id = ${world.campaignId}`;
  await changeTeam(world.scope, { name: "Other" }, now);
  expect(await signedOf(world)).toHaveLength(listed.length);
});
