import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { AppError } from "../../errors/app-error";
import { seedNextReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { recordMessage } from "../record-message";
import { asking, findingOf, human, type Mailed, report, seedMailed } from "../testing/seed-mailed";
import { placeMessage } from "../unplaced/place-message";

/** Messages that come by other ways than they should: handed on, twice, out of order, understood late. */
let db: TestDatabase;
let mail: Mailed;
const at = (text: string) => new Date(`2026-${text}Z`);
const sentAt = at("11-23T15:00");
const came = at("11-24T15:00");
const now = at("11-24T15:01");
const server = "mailer-daemon@x.example";

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 2 }), sentAt);
});

type Change = Parameters<typeof findingOf>[3];
const record = (what: Parameters<typeof findingOf>[1], change: Change = {}, receivedAt = came, of = mail) =>
  recordMessage(mail.scope.teamId, findingOf(of, what, receivedAt, change), now);
const another = async (place: number) => seedMailed(db.admin, await seedNextReadyMail(db.admin, mail, sentAt, place), sentAt);
const standing = async (of: { campaignContactId: string } = mail) =>
  (await db.admin`select status, wait_reason from campaign_contacts where id = ${of.campaignContactId}`)[0];
const suppressed = async () =>
  (await db.admin`select email_norm as email from suppressions where team_id = ${mail.scope.teamId} order by 1`).map(
    ({ email }) => email,
  );
const unplaced = () =>
  db.admin<
    { id: string }[]
  >`select id from mailbox_messages where team_id = ${mail.scope.teamId} and contact_id is null order by created_at`;
const place = async (id = "", contactId = mail.contactId) => placeMessage(mail.scope, id, contactId, now);
const nobodys = (from: string) => ({ fromEmail: from, keys: { answers: [], address: from, subject: "Something else" } });

test("another of our contacts who answers in somebody's thread is not mailed on either", async () => {
  const colleague = await another(1);
  await record(human, { fromEmail: colleague.email });
  expect(await standing()).toMatchObject({ status: "replied" });
  expect(await standing(colleague)).toMatchObject({ status: "replied" });
});

describe("whoever asks for no more mail in somebody else's thread", () => {
  test("hears no more either, as one of our contacts", async () => {
    const colleague = await another(1);
    await record(asking("remove"), { fromEmail: colleague.email });
    expect(await suppressed()).toEqual([colleague.email, mail.email].map((email) => email.toLowerCase()).sort());
  });

  test("or from an address that nobody knew", async () => {
    await record(asking("remove"), { fromEmail: "Vera@Private.example" });
    expect(await suppressed()).toContain("vera@private.example");
  });

  test("but no address of our own is ever suppressed by it", async () => {
    await db.admin`update sender_accounts set addresses = '{anna@contoso.com}' where id = ${mail.senderAccountId}`;
    await record(asking("remove"), { fromEmail: "anna@contoso.com" });
    expect(await suppressed()).toEqual([mail.email.toLowerCase()]);
  });
});

describe("a report that another address failed", () => {
  const failed = "old@elsewhere.example";
  const dead = report("address", { recipient: failed });

  test("blames a forwarder also when it is known only later whose it is", async () => {
    const same = { internetMessageId: "<late@x.example>", fromEmail: server };
    await record(dead, { ...same, keys: { answers: [], address: failed } });
    await record(dead, { ...same, keys: { address: failed } });
    expect(await standing()).toMatchObject({ status: "in_progress" });
    expect(await suppressed()).toEqual([]);
  });

  test("suppresses nobody's healthy address where a person says whose it is", async () => {
    await record(dead, { fromEmail: server, keys: { answers: [], address: failed } });
    const [message] = await unplaced();
    await place(message?.id);
    expect(await standing()).toMatchObject({ status: "bounced" });
    expect(await suppressed()).toEqual([]);
  });
});

describe("reports that are read in no order", () => {
  test("count for the week in which they came", async () => {
    for (const [step, left] of [
      [2, "11-24T15:00"],
      [3, "11-25T15:00"],
    ] as const)
      await db.admin`insert into sent_emails (team_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, draft_id, draft_type, subject, body, recipient_email, sent_at, sequence_step)
        select team_id, contact_id, sender_account_id, campaign_id, campaign_contact_id, draft_id, draft_type, subject, body, recipient_email, ${at(left)}, ${step}
        from sent_emails where id = ${mail.sentEmailId}`;
    const full = report("for now", { status: "4.2.2", recipient: mail.email });
    for (const day of ["11-25T16:00", "11-24T16:00"]) await record(full, { fromEmail: server }, at(day));
    expect(await standing()).toMatchObject({ wait_reason: "delay" });
    await record(full, { fromEmail: server }, at("11-23T16:00"));
    expect(await standing()).toMatchObject({ wait_reason: "bounced_often" });
  });

  test("and for the day in which several servers refused us", async () => {
    const people = [mail, await another(1), await another(2)];
    const status = async () => (await db.admin`select status from campaigns where id = ${mail.campaignId}`)[0]?.status;
    for (const [index, of] of people.entries()) {
      expect(await status()).toBe("active");
      const refused = report("ours", { reach: null, recipient: of.email });
      await record(refused, { fromEmail: server }, new Date(came.getTime() - index * 3_600_000), of);
    }
    expect(await status()).toBe("paused");
  });
});

describe("a message that a person places", () => {
  test("acts once, though a copy of it waits in a colleague's mailbox", async () => {
    const ben = await seedMailbox(db.admin, mail.scope.teamId, { email: "ben@contoso.com", displayName: "Ben Ortiz" });
    const { keys, ...same } = { ...nobodys("vera@brandt.example"), internetMessageId: "<copy@x.example>" };
    for (const senderAccountId of [mail.senderAccountId, ben])
      await record(human, { ...same, keys: { ...keys, senderAccountId } });
    const both = await unplaced();
    const placed = await Promise.allSettled(both.map(({ id }) => place(id)));
    const refused = placed.filter((one) => one.status === "rejected");
    expect(refused).toMatchObject([{ reason: new AppError("conflict", "It was found meanwhile that this is Mara Winter’s.") }]);
    const [count] = await db.admin`select count(*)::int as replies from email_replies where team_id = ${mail.scope.teamId}`;
    expect(count).toEqual({ replies: 1 });
    expect([...(await unplaced())].length).toBe(1);
  });

  test("while its thread is found: neither waits for the other for ever", async () => {
    for (let turn = 1; turn <= 10; turn++) {
      const of = await another(turn);
      const same = { internetMessageId: `<both-${turn}@x.example>` };
      await record(human, { ...same, ...nobodys(`vera${turn}@brandt.example`) }, came, of);
      const [message] = await unplaced();
      const [placed, read] = await Promise.allSettled([place(message?.id, of.contactId), record(human, same, came, of)]);
      expect(read.status).toBe("fulfilled");
      if (placed.status === "rejected") expect(placed.reason).toMatchObject({ code: "conflict" });
      expect(await standing(of)).toMatchObject({ status: "replied" });
    }
  });
});
