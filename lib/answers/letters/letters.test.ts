import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedCampaign, seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedHistory } from "@/db/seed/seed-history";
import { seedTeam } from "@/db/seed/seed-team";
import { seedThread } from "@/db/seed/seed-thread";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { openThread } from "../open-thread";
import { readEarlier } from "./read-earlier";

let db: TestDatabase;
let team: Awaited<ReturnType<typeof seedTeam>>;
let place: { teamId: string; senderAccountId: string; contactId: string };
let threadId: string;
let campaignId: string;

const sentAt = new Date("2026-11-16T09:12:00Z");
const answeredAt = new Date("2026-11-23T11:29:00Z");
const now = new Date("2026-11-23T11:41:00Z");
const person = {
  firstName: "Simona",
  lastName: "Morasca",
  email: "simona@morasca.com",
  company: "Chapman",
  city: "Ashland",
  role: "Owner",
};

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  team = await seedTeam(db.admin);
  const { teamId } = team;
  const senderAccountId = await seedMailbox(db.admin, teamId);
  const { contactIds } = await seedContacts(db.admin, teamId, [person as never], { at: new Date("2026-11-06T08:00:00Z") });
  const contactId = String(contactIds[0]);
  const steps = ["Introduction", "Follow-up", "Last note"].map((name) => ({
    name,
    subject: `${name} for you`,
    body: `<p>${name}, Simona.</p>`,
  }));
  const made = await seedCampaign(db.admin, teamId, { name: "Supplier invoices", status: "active", senderAccountId, steps });
  campaignId = made.campaignId;
  place = { teamId, senderAccountId, contactId };
  await seedHistory(
    db.admin,
    {
      ...{ teamId, campaignId, senderAccountId },
      signedBy: String(team.scope.memberId),
      steps: () => steps.map((step, index) => ({ id: String(made.stepIds[index]), ...step })),
    },
    [{ contactId, email: person.email, sentAt: [sentAt] }],
  );
  await db.admin`update campaign_contacts set status = 'replied', ended_reason = 'replied', completed_at = ${answeredAt} where campaign_id = ${campaignId}`;
  const [enrolment] = await db.admin`select id from campaign_contacts where campaign_id = ${campaignId}`;
  const stopped = [
    { campaignId, campaignContactId: String(enrolment?.id), step: "Follow-up", wasAt: "2026-11-23T14:10:00.000Z" },
  ];
  ({ threadId } = await seedThread(db.admin, place, { at: answeredAt, stopped, graphId: "AAm" }));
});

const open = () => openThread(team.scope as never, threadId, now);

describe("a thread", () => {
  test("holds theirs and ours, the oldest first, each with what it did", async () => {
    const { letters } = await open();
    expect(letters).toMatchObject([
      {
        side: "ours",
        about: "Introduction, Supplier invoices",
        line: "Introduction, Simona.",
        html: "<p>Introduction, Simona.</p>",
        seal: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), otherwise: false },
      },
      {
        side: "theirs",
        kind: "reply",
        fromName: "Simona Morasca",
        isThere: true,
        away: null,
        stopped: {
          seconds: 4,
          mails: [{ step: "Follow-up", campaign: "Supplier invoices", wasAt: "2026-11-23T14:10:00.000Z" }],
          colleagues: null,
        },
      },
    ]);
  });
  test("tells what happened so far, and what was stopped with the time it had", async () => {
    const { soFar, contact } = await open();
    expect(soFar.map(({ kind, words, at }) => [kind, words, at])).toEqual([
      ["known", expect.stringMatching(/^Imported/), "2026-11-06T08:00:00.001Z"],
      ["sent", "Introduction sent", sentAt.toISOString()],
      ["theirs", "Wrote back", answeredAt.toISOString()],
      ["stopped", "Follow-up", "2026-11-23T14:10:00.000Z"],
      ["stopped", "Last note", null],
    ]);
    expect(contact.facts).toEqual([{ kind: "place", text: "Ashland" }]);
  });
  test("of before says what rows tell: that it stopped, and no time that nobody kept", async () => {
    await db.admin`update mailbox_messages set stopped = '[]', created_at = ${answeredAt} where team_id = ${team.teamId}`;
    const { letters } = await open();
    expect(letters.at(-1)).toMatchObject({ stopped: { seconds: 0, mails: [{ step: "Follow-up", wasAt: null }] } });
  });
  test("with clocks that differ says no less than nothing", async () => {
    await db.admin`update mailbox_messages set created_at = received_at - interval '3 seconds' where team_id = ${team.teamId}`;
    expect((await open()).letters.at(-1)).toMatchObject({ stopped: { seconds: 0 } });
  });
  test("shows the newest fifty, and those before them when they are asked for", async () => {
    await db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, contact_id, from_email, received_at)
      select ${place.teamId}, ${place.senderAccountId}, '<' || n || '@x>', 'reply', ${place.contactId}, ${person.email}, ${answeredAt}::timestamptz - make_interval(mins => n)
      from generate_series(1, 80) n`;
    const { letters } = await open();
    expect(letters).toHaveLength(50);
    const first = letters[0]?.at ?? "";
    const earlier = await readEarlier(team.scope, threadId, new Date(first));
    expect(earlier).toHaveLength(32);
    expect(earlier.every(({ at }) => at < first)).toBe(true);
  });
  test("is not another team's", async () => {
    const other = await seedTeam(db.admin);
    await expect(readEarlier(other.scope, threadId, now)).rejects.toMatchObject({ code: "not_found" });
  });
});
