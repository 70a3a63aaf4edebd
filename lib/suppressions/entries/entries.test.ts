import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { feedCampaign } from "../../sending/queue/feed-campaign";
import { type ReadyMail, seedNextReadyMail, seedReadyMail, seedSamePerson } from "../../sending/testing/seed-ready-mail";
import { suppressContact } from "../suppress-contact";
import { unsubscribe } from "../unsubscribe";
import { foresee } from "./foresee";
import { liftEntry } from "./lift-entry";
import { mostWildcards, suppressEntry } from "./suppress-entry";
import { takeBackSuppression } from "./take-back-suppression";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const later = new Date(now.getTime() + 5000);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now, { to: "ada@x.example", followUps: 1 });
});

const add = (text: string, note = "") => suppressEntry(mail.scope, { text, note }, now);
const back = (entryIds: string[], contactId: string | null = null) =>
  takeBackSuppression(mail.scope, { entryIds, contactId }, later);
const list = async () =>
  (
    await db.admin`select coalesce(email_norm, domain, wildcard) as entry, note, lifted_at is null as open, lift_reason from suppressions
      where team_id = ${mail.scope.teamId} order by created_at, entry`
  ).map(({ entry, note, open, lift_reason }) => [entry, note, open ? "open" : lift_reason].filter(Boolean).join(", "));
const stands = async (of: ReadyMail = mail) =>
  (
    await db.admin`select c.status, c.ended_reason, e.status as slot from campaign_contacts c
      left join lateral (select * from scheduled_emails e where e.campaign_contact_id = c.id order by e.created_at desc, e.status desc limit 1) e on true
      where c.id = ${of.campaignContactId}`
  )[0];
const running = { status: "pending", ended_reason: null, slot: "pending" };
const over = { status: "completed", ended_reason: "suppressed", slot: "cancelled" };
const did = async () =>
  (await db.admin`select verb, detail from activities where team_id = ${mail.scope.teamId} order by at, verb`).map(
    ({ verb, detail }) => [verb, detail],
  );
const colleague = async () => {
  const [row] = await db.admin`insert into members (team_id, tid, oid, name, email, role)
    values (${mail.scope.teamId}, gen_random_uuid()::text, gen_random_uuid()::text, 'Ben Berg', 'ben@c.example', 'member') returning id`;
  return { teamId: mail.scope.teamId, memberId: String(row?.id) };
};

describe("an entry that is added", () => {
  test("ends every campaign of everybody it names, and tells the runs", async () => {
    const other = await seedSamePerson(db.admin, mail, now);
    const untouched = await seedNextReadyMail(db.admin, mail, now);
    expect(await add("X.example", "they asked by phone")).toMatchObject({ entry: "x.example", people: 1, ended: 2, was: null });
    expect(await list()).toEqual(["x.example, they asked by phone, open"]);
    expect([await stands(), await stands(other), await stands(untouched)]).toEqual([over, over, running]);
    const events =
      await db.admin`select data->>'campaignContactId' as id from outbox where team_id = ${mail.scope.teamId} and name = 'campaign/contact.stopped' order by 1`;
    expect(events.map(({ id }) => id)).toEqual([mail.campaignContactId, other.campaignContactId].sort());
    expect(await did()).toEqual([["suppressed an entry", { id: expect.any(String), entry: "x.example", people: 1 }]]);
  });

  test.each(["ada@x.example", "*@x.*", "ada@*", "%@x.example"])("by %s", async (text) => {
    expect(await add(text)).toMatchObject({ people: 1, ended: 1 });
    expect(await stands()).toEqual(over);
  });

  test("twice at once, by two colleagues, is the same as once", async () => {
    const ben = await colleague();
    const results = await Promise.all([add("x.example"), suppressEntry(ben, { text: "x.example", note: "" }, now)]);
    expect(await list()).toEqual(["x.example, open"]);
    expect(results.filter(({ was }) => was === null)).toHaveLength(1);
    expect(results.map(({ was }) => was).find(Boolean)).toMatch(/^(You|Ben Berg|Anna Keller|.+) added it already/);
    expect(results.reduce((sum, { ended }) => sum + ended, 0)).toBe(1);
    expect(await did()).toHaveLength(1);
  });

  test("does not weaken what a person wished", async () => {
    await unsubscribe(mail.unsubscribeToken, now);
    expect(await add("ada@x.example")).toMatchObject({ entryIds: [], was: expect.stringMatching(/unsubscribed/) });
  });

  test("beyond ASCII holds both ways of writing it", async () => {
    await add("bücher.example");
    expect(await list()).toEqual(["bücher.example, open", "xn--bcher-kva.example, open"]);
  });

  test("that names everybody is refused, and adds nothing", async () => {
    await expect(add("*@*")).rejects.toMatchObject({ code: "invalid" });
    expect(await list()).toEqual([]);
  });

  test("names nobody of another team", async () => {
    const theirs = await seedReadyMail(db.admin, now, { to: "bob@x.example" });
    expect(await add("x.example")).toMatchObject({ people: 1 });
    expect(await stands(theirs)).toEqual(running);
  });

  test("is no wildcard more than can be compared", async () => {
    await db.admin`insert into suppressions (team_id, wildcard, reason) select ${mail.scope.teamId}, 'no' || n || '@*', 'by hand' from generate_series(1, ${mostWildcards}) n`;
    await expect(add("info@*")).rejects.toMatchObject({ code: "blocked", message: expect.stringContaining("500 wildcards") });
    expect(await add("no7@*")).toMatchObject({ was: expect.any(String) });
    expect(await add("y.example")).toMatchObject({ was: null });
  });
});

describe("taking back", () => {
  test("lifts the entry, and lets go on what it ended; no mail leaves before the half minute is over", async () => {
    const { entryIds } = await add("x.example");
    expect(await back(entryIds)).toEqual({ entry: "x.example", open: 1, mails: 0, ended: 0 });
    expect(await list()).toEqual(["x.example, taken back"]);
    expect((await did()).at(-1)).toEqual(["took back a suppression", { entry: "x.example" }]);
    const [added] = await db.admin`select created_at from suppressions where id = ${entryIds[0] ?? ""}`;
    const clock = new Date();
    await feedCampaign(mail.scope, mail.campaignId, clock);
    const [slot] =
      await db.admin`select scheduled_for from scheduled_emails where campaign_contact_id = ${mail.campaignContactId} and status = 'pending'`;
    expect(slot?.scheduled_for.getTime()).toBeGreaterThanOrEqual(added?.created_at.getTime() + 30_000);
    expect(await stands()).toEqual(running);
  });

  test("of a contact is the same", async () => {
    const { entryIds } = await suppressContact(mail.scope, mail.contactId, now);
    expect(await back(entryIds, mail.contactId)).toEqual({ entry: "ada@x.example", open: 1, mails: 0, ended: 0 });
    expect(await stands()).toMatchObject({ status: "pending", ended_reason: null });
    expect(await list()).toEqual(["ada@x.example, taken back"]);
  });

  test("of a contact whom they suppressed once more in another tab is the same", async () => {
    const { entryIds } = await suppressContact(mail.scope, mail.contactId, now);
    expect(await suppressContact(mail.scope, mail.contactId, new Date(now.getTime() + 2000))).toMatchObject({
      entryIds: [],
      ended: 0,
    });
    expect(await back(entryIds, mail.contactId)).toEqual({ entry: "ada@x.example", open: 1, mails: 0, ended: 0 });
    expect(await stands()).toMatchObject({ status: "pending", ended_reason: null });
  });

  test("brings a campaign back that was finished by it, and not one that somebody ended", async () => {
    const alone = await seedReadyMail(db.admin, now, { to: "ada@x.example" });
    const { entryIds } = await suppressEntry(alone.scope, { text: "x.example", note: "" }, now);
    await feedCampaign(alone.scope, alone.campaignId, now);
    const status = async () => (await db.admin`select status from campaigns where id = ${alone.campaignId}`)[0]?.status;
    expect(await status()).toBe("completed");
    await takeBackSuppression(alone.scope, { entryIds, contactId: null }, later);
    expect(await status()).toBe("active");

    const second = await add("x.example");
    await db.admin`update campaigns set status = 'completed', completed_at = ${later}, completed_by = ${mail.scope.memberId} where id = ${mail.campaignId}`;
    expect(await back(second.entryIds)).toMatchObject({ open: 0, ended: 1 });
  });

  test("is refused where the person unsubscribed meanwhile", async () => {
    const { entryIds } = await suppressContact(mail.scope, mail.contactId, now);
    await unsubscribe(mail.unsubscribeToken, now);
    await expect(back(entryIds, mail.contactId)).rejects.toMatchObject({
      code: "conflict",
      message: "They asked for no more mail themselves. That is not taken back: nothing was changed.",
    });
    expect(await stands()).toEqual(over);
  });

  test("of a domain leaves ended whoever unsubscribed, answered, or has a mail that was handed over", async () => {
    const people = [];
    for (const place of [2, 3, 4]) {
      const next = await seedNextReadyMail(db.admin, mail, now, place);
      await db.admin`update contacts set email = ${`p${place}@x.example`}, email_norm = ${`p${place}@x.example`} where id = ${next.contactId}`;
      people.push(next);
    }
    const [wished, answered, left] = people as [ReadyMail, ReadyMail, ReadyMail];
    await seedDelivery(db.admin, left.draftId, { state: "submitting", at: now });
    const { entryIds, people: named } = await add("x.example");
    expect(named).toBe(4);
    await unsubscribe(wished.unsubscribeToken, now);
    await db.admin`insert into email_replies (team_id, contact_id, message_id, received_at, sender_account_id)
      values (${mail.scope.teamId}, ${answered.contactId}, 'm1', now(), ${mail.senderAccountId})`;
    expect(await back(entryIds)).toMatchObject({ open: 1, ended: 3 });
    expect((await stands())?.ended_reason).toBeNull();
    for (const one of people) expect((await stands(one))?.ended_reason).toBe("suppressed");
  });

  test("leaves ended whom something else stops", async () => {
    await add("*@x.*");
    await db.admin`update campaign_contacts set status = 'pending', ended_reason = null where id = ${mail.campaignContactId}`;
    const { entryIds } = await add("x.example");
    expect(await back(entryIds)).toMatchObject({ open: 0, ended: 1 });
  });

  test("is for whoever suppressed", async () => {
    const { entryIds } = await add("x.example");
    const ben = await colleague();
    await expect(takeBackSuppression(ben, { entryIds, contactId: null }, later)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/suppressed it\. An administrator can lift it, with a reason\.$/),
    });
    const theirs = (await seedTeam(db.admin)).scope;
    await expect(takeBackSuppression(theirs, { entryIds, contactId: null }, later)).rejects.toMatchObject({ code: "not_found" });
    expect(await list()).toEqual(["x.example, open"]);
  });

  test("is over after half a minute", async () => {
    const { entryIds } = await add("x.example");
    await db.admin`update suppressions set created_at = created_at - interval '31 seconds' where id = ${entryIds[0] ?? ""}`;
    await expect(back(entryIds)).rejects.toMatchObject({ message: expect.stringContaining("Half a minute is over") });
  });

  test("twice at once is once", async () => {
    const { entryIds } = await add("x.example");
    const results = await Promise.allSettled([back(entryIds), back(entryIds)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await did()).map(([verb]) => verb)).toEqual(["suppressed an entry", "took back a suppression"]);
  });
});

test("a domain beyond ASCII is lifted in both its forms, and one form alone is not the whole entry", async () => {
  await add("bücher.example");
  const [row] =
    await db.admin`select id from suppressions where team_id = ${mail.scope.teamId} and domain = 'xn--bcher-kva.example'`;
  await db.admin`update suppressions set lifted_at = now(), lift_reason = 'x' where id = ${row?.id}`;
  expect(await foresee(mail.scope, "bücher.example")).toMatchObject({ known: false });
  await add("bücher.example");
  expect(await foresee(mail.scope, "bücher.example")).toMatchObject({ known: true });
  const [open] =
    await db.admin`select id, reason from suppressions where domain = 'bücher.example' and lifted_at is null and team_id = ${mail.scope.teamId}`;
  await liftEntry(mail.scope, { suppressionId: String(open?.id), reason: String(open?.reason) }, "they asked", later);
  expect((await list()).filter((line) => line.endsWith("open"))).toEqual([]);
});

describe("lifting an entry", () => {
  const seen = async () => {
    const [row] = await db.admin`select id, reason from suppressions where team_id = ${mail.scope.teamId} and lifted_at is null`;
    return { suppressionId: String(row?.id), reason: String(row?.reason) };
  };

  test("is written down with its reason, and happens once", async () => {
    await add("x.example");
    const shown = await seen();
    expect(await liftEntry(mail.scope, shown, "their new owner agreed", later)).toEqual({ entry: "x.example" });
    expect(await list()).toEqual(["x.example, their new owner agreed"]);
    expect((await did()).at(-1)).toEqual([
      "lifted a suppression",
      { reason: "their new owner agreed", was: "by hand", entry: "x.example" },
    ]);
    await expect(liftEntry(mail.scope, shown, "again", later)).rejects.toMatchObject({
      code: "conflict",
      // The database dates it, by its own clock.
      message: expect.stringMatching(/^You lifted it already (on .+ )?at \d{1,2}:\d\d\.$/),
    });
    expect((await stands())?.ended_reason).toBe("suppressed");
  });

  test("is refused where the person asked for no more mail after it was shown", async () => {
    await suppressContact(mail.scope, mail.contactId, now);
    const shown = await seen();
    await unsubscribe(mail.unsubscribeToken, now);
    await expect(liftEntry(mail.scope, shown, "x", later)).rejects.toMatchObject({
      message: "The person asked meanwhile for no more mail. Look again before you lift it.",
    });
  });

  test("is an administrator's, whatever the app believes, and of no other team", async () => {
    await add("x.example");
    const shown = await seen();
    await expect(liftEntry(await colleague(), shown, "x", later)).rejects.toThrow();
    await expect(liftEntry((await seedTeam(db.admin)).scope, shown, "x", later)).rejects.toMatchObject({ code: "not_found" });
    expect(await list()).toEqual(["x.example, open"]);
  });
});

describe("what an entry will do", () => {
  test("is told before it does: whom, in how many campaigns, how many signed mails", async () => {
    await seedSamePerson(db.admin, mail, now);
    await seedContacts(
      db.admin,
      mail.scope.teamId,
      inventPeople(7, 20).map((one, n) => ({ ...one, email: `p${n}@x.example` })),
    );
    expect(await foresee(mail.scope, "@x.example")).toMatchObject({
      entry: "x.example",
      kind: "domain",
      people: 8,
      names: expect.objectContaining({ length: 5 }),
      campaigns: 2,
      mails: 2,
      known: false,
      freeMail: null,
      own: null,
    });
    expect(await list()).toEqual([]);
    await add("x.example");
    expect(await foresee(mail.scope, "x.example")).toMatchObject({ known: true, campaigns: 0, mails: 0, people: 8 });
  });

  test("warns of free mail and of a mailbox of one's own", async () => {
    const [own] = await db.admin`select email_norm from sender_accounts where id = ${mail.senderAccountId}`;
    const domain = String(own?.email_norm).split("@")[1] ?? "";
    expect(await foresee(mail.scope, domain)).toMatchObject({ own: own?.email_norm });
    expect(await foresee(mail.scope, "gmail.com")).toMatchObject({ freeMail: "gmail.com", people: 0, names: [] });
  });

  test("of no entry is the sentence that says why", async () =>
    expect(await foresee(mail.scope, "*.com")).toEqual({ refused: expect.stringContaining(".com") }));
});
