import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { anyHour, seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../../../auth/member";
import { launchShown } from "../../../campaigns/launch/testing/launch-shown";
import { stubSettings } from "../../../env/testing/stub-settings";
import { editDraft } from "../../edit-draft";
import { readDraftView } from "../../review/read-draft-view";
import { writeDrafts } from "../../write/write-drafts";
import { askToSign } from "../ask-to-sign";
import { type Person, readQueue, shownBy } from "./sign-all-shown";

export const people = 8;
export const now = new Date("2026-11-24T12:00:00Z");
export const later = new Date("2026-11-24T12:01:00Z");
/** Of the test that runs: a team of two with a campaign whose first drafts wait. */
export let db: TestDatabase;
export let anna: Person;
export let ben: Person;
export let mailbox: string;
export let campaignId: string;

/** Makes all of this for each test of a file. */
export function seedQueues() {
  beforeAll(async () => {
    db = await testDatabase();
    stubSettings();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    const team = await seedTeam(db.admin, {
      members: [
        { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" },
        { name: "Ben Ortiz", email: "ben@contoso.com" },
      ],
    });
    anna = team.scope;
    ben = { ...team.scope, memberId: team.members[1]?.id ?? "" };
    mailbox = await seedMailbox(db.admin, anna.teamId);
    campaignId = await launch("C", people, 0);
  });
}

export async function launch(name: string, count: number, from: number, withDrafts = true) {
  const list = (await seedContacts(db.admin, anna.teamId, inventPeople(count, from), { listName: name })).listId ?? "";
  const made = await seedCampaign(db.admin, anna.teamId, {
    name,
    listId: list,
    senderAccountId: mailbox,
    reviewMode: "each",
    steps: [{ name: "Introduction", subject: "Hello {{ first_name }}", body: "<p>Hi {{ first_name }}</p>" }],
    settings: { ...anyHour, dailyLimit: 20, spacingSeconds: 1 },
  });
  await launchShown(anna, made.campaignId, now);
  while (withDrafts && (await writeDrafts(anna, { campaignId: made.campaignId }, now)).more);
  return made.campaignId;
}

export const member = (who: Person) => ({ ...who, timezone: "UTC", teamTimezone: "UTC" }) as Member;
export const queue = () => readQueue(anna, campaignId, now);
export const ask = async (who = anna) => askToSign(who, shownBy(await queue(), campaignId), later);
export const idsOf = async () => (await queue()).rows.map(({ id }) => id);
export const edit = async (who: Person, id: string, body = "<p>Other words</p>") => {
  const { text } = await readDraftView(member(who), id, now);
  return editDraft(who, id, { subject: text.subject, body, seen: text }, later);
};
export const signedIds = async () =>
  (await db.admin`select draft_id as id from signatures where team_id = ${anna.teamId} and voided_at is null order by 1`).map(
    ({ id }) => id,
  );
export const jobOf = async (jobId: string) =>
  (await db.admin`select state, signed, refused, passed_over as "passedOver", total from sign_jobs where id = ${jobId}`)[0];
export const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

/** Does something that meets a lock on a draft, and ends the lock, with its change, only when it is waited for. */
export async function whileHeld(
  draftId: string,
  change: (tx: TestDatabase["admin"]) => Promise<unknown>,
  act: () => Promise<unknown>,
) {
  let acting: Promise<unknown> | undefined;
  await db.admin.begin(async (tx) => {
    await tx`select 1 from email_drafts where id = ${draftId} for update`;
    await change(tx as unknown as TestDatabase["admin"]);
    acting = act();
    await expect
      .poll(() => db.admin`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      .toHaveLength(1);
  });
  await acting;
}
