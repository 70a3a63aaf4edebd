import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { answeredSince } from "../../../campaigns/answered-since";
import { finishCampaign } from "../../../campaigns/finish-campaign";
import { changeHold } from "../../../campaigns/hold/change-hold";
import { readHold } from "../../../campaigns/hold/read-hold";
import { readWritings } from "../../../drafts/write/read-writing";
import { stubSettings } from "../../../env/testing/stub-settings";
import { recordMessage } from "../../../replies/record-message";
import { asking, away, findingOf, human, type Mailed, seedMailed } from "../../../replies/testing/seed-mailed";
import { seedFollowUp, seedReadyMail, seedSamePerson } from "../../../sending/testing/seed-ready-mail";
import { suppressContact } from "../../../suppressions/suppress-contact";
import { labelThread } from "../label-thread";
import { goOn } from "./go-on";
import { readGoesOn } from "./read-goes-on";
import { takeBackGoingOn } from "./take-back-going-on";

let db: TestDatabase;
let mail: Mailed;
let next: { draftId: string };
let threadId: string;
const sentAt = new Date("2026-11-23T15:00:00Z");
const came = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-25T15:00:00Z");
const until = new Date("2027-03-01T00:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 1 }), sentAt);
  next = await seedFollowUp(db.admin, mail, 2, new Date("2026-11-26T15:00:00Z"));
  await recordMessage(mail.scope.teamId, findingOf(mail, asking("later"), came), came);
  const [thread] = await db.admin`select id from reply_threads where team_id = ${mail.scope.teamId}`;
  threadId = String(thread?.id);
});

const on = (change: Partial<Parameters<typeof goOn>[1]> = {}, scope = mail.scope) =>
  goOn(scope, { threadId, version: 1, campaignContactId: mail.campaignContactId, day: "2027-03-01", ...change }, now);
const standing = async () =>
  (
    await db.admin`select status, ended_reason, wait_reason, next_at, due_at, completed_at is null as open from campaign_contacts where id = ${mail.campaignContactId}`
  )[0];
const draft = async () =>
  (
    await db.admin`select d.status, g.void_cause, (select count(*)::int from scheduled_emails e where e.draft_id = d.id and e.status = 'pending') as slots
      from email_drafts d join signatures g on g.draft_id = d.id where d.id = ${next.draftId}`
  )[0];
const answered = async () => {
  const [row] = await withTeam(mail.scope, (tx) =>
    readRows<{ at: string | null }>(
      tx,
      sql`select ${answeredSince} as at from campaign_contacts c where c.id = ${mail.campaignContactId}`,
    ),
  );
  return row?.at ?? null;
};
const stays = async () => (await withTeam(mail.scope, (tx) => readGoesOn(tx, mail.contactId))).map((one) => one.stays);
const ended = { status: "replied", ended_reason: "replied", open: false };

describe("a campaign that is to go on later", () => {
  test("is held until the window of that day opens, and what was signed goes back to Review", async () => {
    expect(await standing()).toMatchObject(ended);
    await labelThread(mail.scope, { threadId, label: "later", laterOn: null }, now);
    expect(await on()).toMatchObject({ until, toReview: 1 });
    expect(await standing()).toEqual({
      status: "in_progress",
      ended_reason: null,
      wait_reason: "asked_later",
      next_at: until,
      due_at: until,
      open: true,
    });
    expect(await draft()).toEqual({ status: "draft", void_cause: "They wrote since it was signed", slots: 0 });
    expect(await readHold(mail.scope, mail.contactId, now)).toMatchObject([
      { kind: "asked for later", until, backDay: "2027-03-01" },
    ]);
    const [thread] = await db.admin`select label, later_on::text from reply_threads where id = ${threadId}`;
    expect(thread).toEqual({ label: "later", later_on: "2027-03-01" });
    const told =
      await db.admin`select detail from activities where verb = 'let a campaign go on' and contact_id = ${mail.contactId}`;
    expect(told).toMatchObject([{ detail: { threadId, until: until.toISOString() } }]);
  });

  test("is asked about no answer that was known, and ends with the next one", async () => {
    expect(await answered()).not.toBeNull();
    await on();
    expect(await answered()).toBeNull();
    await recordMessage(mail.scope.teamId, findingOf(mail, human, now), now);
    expect(await answered()).not.toBeNull();
    expect(await standing()).toMatchObject(ended);
  });

  test("is given no launch's signature for what is written then, as everybody else is", async () => {
    await db.admin`update campaigns set review_mode = 'launch' where id = ${mail.campaignId}`;
    await db.admin`delete from scheduled_emails where draft_id = ${next.draftId}`;
    await db.admin`delete from signatures where draft_id = ${next.draftId}`;
    await db.admin`delete from email_drafts where id = ${next.draftId}`;
    await on();
    const writings = () => withTeam(mail.scope, (tx) => readWritings(tx, [mail.campaignContactId]));
    expect(await writings()).toMatchObject([{ signsByLaunch: false }]);
    await db.admin`update campaign_contacts set replied_at = null where id = ${mail.campaignContactId}`;
    expect(await writings()).toMatchObject([{ signsByLaunch: true }]);
  });

  test("goes on though it was finished by itself meanwhile", async () => {
    await db.admin`update campaigns set status = 'completed', completed_at = ${now} where id = ${mail.campaignId}`;
    await on();
    const [campaign] = await db.admin`select status, completed_at from campaigns where id = ${mail.campaignId}`;
    expect(campaign).toEqual({ status: "active", completed_at: null });
    await withTeam(mail.scope, (tx) => finishCampaign(tx, mail.campaignId, now));
    expect((await db.admin`select status from campaigns where id = ${mail.campaignId}`)[0]).toEqual({ status: "active" });
  });

  test("is left alone by an absence that ends before, and held longer by one that ends behind it", async () => {
    await on();
    await recordMessage(mail.scope.teamId, findingOf(mail, away("2026-12-10"), now), now);
    expect(await readHold(mail.scope, mail.contactId, now)).toMatchObject([{ kind: "asked for later", until }]);
    await recordMessage(mail.scope.teamId, findingOf(mail, away("2027-03-09"), now), now);
    const behind = new Date("2027-03-10T00:00:00Z");
    expect(await readHold(mail.scope, mail.contactId, now)).toMatchObject([{ kind: "out of office", until: behind }]);
    expect(await standing()).toMatchObject({ due_at: behind });
  });

  test("goes on at another day that somebody chooses, when the window of that very day opens", async () => {
    await on();
    await changeHold(mail.scope, mail.contactId, { as: "back", day: "2027-04-01" }, now);
    expect(await readHold(mail.scope, mail.contactId, now)).toMatchObject([
      { kind: "asked for later", until: new Date("2027-04-01T00:00:00Z") },
    ]);
    expect(await answered()).toBeNull();
  });

  test("of two who say so at once goes on once", async () => {
    const both = await Promise.allSettled([on(), on({ day: "2027-04-01" })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      await db.admin`select 1 from contact_holds where campaign_contact_id = ${mail.campaignContactId} and ended_at is null`,
    ).toHaveLength(1);
  });

  test("against an answer that comes in the same moment ends with it, or is refused", async () => {
    const [decided] = await Promise.allSettled([on(), recordMessage(mail.scope.teamId, findingOf(mail, human, now), now)]);
    expect(await standing()).toMatchObject(ended);
    if (decided.status === "rejected") expect(decided.reason).toMatchObject({ code: "conflict" });
  });
});

describe("a campaign stays ended, and it is said why,", () => {
  const because = async (words: string) => {
    expect(await stays()).toEqual([words]);
    await expect(on()).rejects.toMatchObject({ code: "conflict", message: `${words}, so the campaign stays ended for them.` });
    expect(await standing()).toMatchObject(ended);
    expect(await draft()).toMatchObject({ void_cause: null });
  };
  const name = async () =>
    String(
      (await db.admin`select coalesce(first_name, name, email) as name from contacts where id = ${mail.contactId}`)[0]?.name,
    );

  test("where somebody ended it", async () => {
    await db.admin`update campaigns set status = 'completed', completed_at = ${now}, completed_by = ${mail.scope.memberId} where id = ${mail.campaignId}`;
    await because("C has ended");
  });

  test("where they were suppressed meanwhile", async () => {
    await suppressContact(mail.scope, mail.contactId, now);
    await because(`${await name()} is suppressed and gets no mail`);
  });

  test("where they were archived", async () => {
    await db.admin`update contacts set archived_at = ${now} where id = ${mail.contactId}`;
    await because(`${await name()} is archived`);
  });

  test("where another campaign runs for them", async () => {
    await seedSamePerson(db.admin, mail, now);
    await because(`Later runs for ${await name()}, and would wait for this one`);
  });

  test("where they wrote again since the thread was opened", async () => {
    await recordMessage(mail.scope.teamId, findingOf(mail, human, now), now);
    await expect(on()).rejects.toMatchObject({ code: "conflict", message: "They wrote again. Read that first, then decide." });
    expect(await on({ version: 2 })).toMatchObject({ until });
  });

  test("where the day has passed", async () => {
    await expect(on({ day: "2026-11-20" })).rejects.toMatchObject({ code: "invalid" });
    expect(await standing()).toMatchObject(ended);
  });

  test("where its next mail was on its way when they wrote", async () => {
    await db.admin`insert into deliveries (team_id, draft_id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, state, send_key, request_hash, created_at)
      select team_id, id, campaign_id, campaign_contact_id, sequence_id, contact_id, sender_account_id, 'reconciling', 'k', 'h', ${now} from email_drafts where id = ${next.draftId}`;
    await expect(on()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("was on its way") });
  });

  test("for another team, which finds nothing", async () => {
    const { scope } = await seedTeam(db.admin, { name: "Other" });
    await expect(on({}, scope)).rejects.toMatchObject({ code: "not_found" });
    const { holdId } = await on();
    await expect(takeBackGoingOn(scope, { threadId, holdId }, now)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("going on, taken back,", () => {
  test("ends the campaign as their answer had, and can be said again", async () => {
    const { holdId } = await on();
    await takeBackGoingOn(mail.scope, { threadId, holdId }, now);
    expect(await standing()).toMatchObject({ ...ended, wait_reason: null, next_at: null });
    const [row] = await db.admin`select completed_at, replied_at from campaign_contacts where id = ${mail.campaignContactId}`;
    expect(row?.completed_at).toEqual(row?.replied_at);
    expect(await readHold(mail.scope, mail.contactId, now)).toEqual([]);
    await expect(takeBackGoingOn(mail.scope, { threadId, holdId }, now)).rejects.toMatchObject({ code: "conflict" });
    expect(await on()).toMatchObject({ until, toReview: 0 });
  });

  test("is refused once it has gone on", async () => {
    const { holdId } = await on();
    await changeHold(mail.scope, mail.contactId, { as: "released" }, now);
    await expect(takeBackGoingOn(mail.scope, { threadId, holdId }, now)).rejects.toMatchObject({ code: "conflict" });
    expect(await standing()).toMatchObject({ status: "in_progress" });
  });
});
