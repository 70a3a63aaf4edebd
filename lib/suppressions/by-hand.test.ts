import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedDelivery } from "@/db/seed/seed-enrolment";
import { seedSingle } from "@/db/seed/seed-single";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedNextReadyMail, seedReadyMail, seedSamePerson } from "../sending/testing/seed-ready-mail";
import { peopleAtOnce } from "./entries/end-in-parts";
import { finishEntries } from "./entries/finish-entries";
import { foresee } from "./entries/foresee";
import { liftEntry } from "./entries/lift-entry";
import { suppressEntry } from "./entries/suppress-entry";
import { takeBackSuppression } from "./entries/take-back-suppression";
import { countStopped } from "./files/count-stopped";
import { stageFile } from "./files/stage-file";
import { takeFile } from "./files/take-file";
import { takeNext } from "./files/take-next";
import { findUnsubscribe } from "./find-unsubscribe";
import { suppressContact } from "./suppress-contact";
import { unsubscribe } from "./unsubscribe";

let db: TestDatabase;
let mail: ReadyMail;
let draftId: string;
const now = new Date("2026-11-24T15:00:00Z");
const later = new Date(now.getTime() + 5000);
/** Behind the half minute of the database’s own clock, whenever this runs. */
const tomorrow = new Date("2126-11-25T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
/** A signed mail by hand that leaves tomorrow, and a draft to the same person. */
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, tomorrow, { to: "ada@x.example", kind: "single" });
  ({ draftId } = await seedSingle(db.admin, { ...mail.scope, senderAccountId: mail.senderAccountId }, mail.contactId));
});

const stands = async (draft = mail.draftId) =>
  (
    await db.admin`select coalesce(h.ended_reason, 'open') as stands, h.run_id, d.status,
        (select s.status from scheduled_emails s where s.draft_id = d.id order by s.status = 'pending' desc, s.created_at desc limit 1) as slot
      from single_mails h join email_drafts d on d.id = h.draft_id where d.id = ${draft}`
  )[0];
const running = { stands: "open", run_id: "run-1", status: "scheduled", slot: "pending" };
const over = { stands: "suppressed", run_id: null, status: "approved", slot: "cancelled" };
const endedAll = async () => {
  expect(await stands()).toEqual(over);
  expect(await stands(draftId)).toMatchObject({ stands: "suppressed", status: "draft" });
};
const add = (text: string) => suppressEntry(mail.scope, { text, note: "" }, now);
const back = (entryIds: string[], contactId: string | null = null) =>
  takeBackSuppression(mail.scope, { entryIds, contactId }, later);
async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

describe("whoever is suppressed gets nothing by hand", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["by hand, on their page", () => suppressContact(mail.scope, mail.contactId, now)],
    ["by address", () => add("ada@x.example")],
    ["by domain", () => add("x.example")],
    ["by wildcard", () => add("*@x.*")],
    ["by the link of the mail", () => unsubscribe(mail.unsubscribeToken, now)],
    [
      "by a file",
      async () => {
        const fileId = await stageFile(mail.scope, { name: "list.csv", column: null }, bytesOf("x.example\n"), now);
        await takeFile(mail.scope, fileId);
        while (!(await takeNext(mail.scope, fileId, now)).done);
      },
    ],
  ])("%s", async (_, suppress) => {
    const other = await seedNextReadyMail(db.admin, mail, tomorrow);
    await suppress();
    await endedAll();
    expect(await stands(other.draftId)).toEqual(running);
    const [event] = await db.admin`select ended_by from single_mails where draft_id = ${mail.draftId}`;
    expect([null, mail.scope.memberId]).toContain(event?.ended_by);
  });

  test("nor whom a crash left over of very many", async () => {
    await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm)
      select team_id, upload_batch_id, '{}', 'Person ' || n, 'p' || n || '@x.example', 'p' || n || '@x.example'
      from contacts cross join generate_series(1, ${peopleAtOnce}::int) n where id = ${mail.contactId}`;
    await add("x.example");
    await db.admin`update single_mails set ended_reason = null, ended_at = null, ended_by = null where contact_id = ${mail.contactId}`;
    await finishEntries({ teamId: mail.scope.teamId, memberId: null }, new Date(now.getTime() + 180_000));
    await endedAll();
  });

  test("what another team writes to the same address stays", async () => {
    const other = await seedReadyMail(db.admin, tomorrow, { to: "ada@x.example", kind: "single" });
    await add("ada@x.example");
    expect(await stands(other.draftId)).toEqual(running);
  });

  test("and both are counted before: the entry’s effect, and the file’s", async () => {
    expect(await foresee(mail.scope, "x.example")).toMatchObject({ people: 1, campaigns: 0, mails: 1 });
    const entries = sql`(select null::text as email_norm, 'x.example' as domain, null::text as wildcard, 'by hand' as reason)`;
    expect(await withTeam(mail.scope, (tx) => countStopped(tx, entries))).toMatchObject({
      people: 1,
      campaigns: 0,
      signed: 1,
      slots: 1,
    });
    await seedSamePerson(db.admin, mail, tomorrow);
    expect(await foresee(mail.scope, "x.example")).toMatchObject({ campaigns: 1, mails: 2 });
  });
});

describe("the link in a mail by hand", () => {
  test("suppresses its reader in every campaign as well, and says which mail it was", async () => {
    const enrolled = await seedSamePerson(db.admin, mail, tomorrow);
    expect(await unsubscribe(mail.unsubscribeToken, now)).toMatchObject({ done: true, contactId: mail.contactId });
    const rows =
      await db.admin`select reason, single_mail_id, campaign_contact_id from suppressions where team_id = ${mail.scope.teamId}`;
    expect(rows).toEqual([{ reason: "unsubscribed", single_mail_id: mail.singleMailId, campaign_contact_id: null }]);
    const [contact] = await db.admin`select status from campaign_contacts where id = ${enrolled.campaignContactId}`;
    expect(contact?.status).toBe("unsubscribed");
    expect(await findUnsubscribe(mail.unsubscribeToken)).toMatchObject({ done: true, maskedEmail: "a…a@x.example" });
  });

  test("of a campaign ends what is planned by hand, and twice is the same as once", async () => {
    const enrolled = await seedSamePerson(db.admin, mail, tomorrow);
    await unsubscribe(enrolled.unsubscribeToken, now);
    await unsubscribe(enrolled.unsubscribeToken, later);
    await endedAll();
    const [row] = await db.admin`select count(*)::int as n from suppressions where team_id = ${mail.scope.teamId}`;
    expect(row?.n).toBe(1);
  });
});

describe("what is taken back within half a minute", () => {
  const planned = async () =>
    (
      await db.admin`select s.scheduled_for as at, h.admission, (select count(*)::int from outbox o where o.name = 'mail/planned' and o.data->>'singleMailId' = h.id::text) as told
        from single_mails h left join scheduled_emails s on s.draft_id = h.draft_id and s.status = 'pending' where h.draft_id = ${mail.draftId}`
    )[0];

  test.each<[string, () => Promise<{ entryIds: string[]; contactId: string | null }>]>([
    ["an entry", async () => ({ ...(await add("x.example")), contactId: null })],
    ["a contact", async () => ({ ...(await suppressContact(mail.scope, mail.contactId, now)), contactId: mail.contactId })],
  ])("brings the signed mail and the draft back: %s", async (_, suppress) => {
    const { entryIds, contactId } = await suppress();
    await endedAll();
    expect(await back(entryIds, contactId)).toMatchObject({ open: 0, mails: 2, ended: 0 });
    expect(await stands()).toEqual({ ...running, run_id: `${mail.singleMailId}:2` });
    expect(await planned()).toEqual({ at: tomorrow, admission: 2, told: 1 });
    expect(await stands(draftId)).toMatchObject({ stands: "open", status: "draft", slot: null });
  });

  test("leaves no mail before the half minute is over", async () => {
    const soon = await seedReadyMail(db.admin, new Date(now.getTime() - 1000), { to: "bea@y.example", kind: "single" });
    const { entryIds } = await suppressEntry(soon.scope, { text: "y.example", note: "" }, now);
    const [entry] = await db.admin`select created_at from suppressions where id = ${entryIds[0] ?? ""}`;
    await takeBackSuppression(soon.scope, { entryIds, contactId: null }, later);
    const [slot] =
      await db.admin`select scheduled_for as at from scheduled_emails where draft_id = ${soon.draftId} and status = 'pending'`;
    expect(slot?.at).toEqual(new Date(Math.floor(entry?.created_at.getTime() + 30_000)));
  });

  test("stays ended where they answered since it was signed, are suppressed otherwise, or it was handed over", async () => {
    const { entryIds } = await add("x.example");
    await db.admin`insert into email_replies (team_id, contact_id, sender_account_id, message_id, created_at)
      values (${mail.scope.teamId}, ${mail.contactId}, ${mail.senderAccountId}, '<a@x.example>', now() + interval '1 hour')`;
    expect(await back(entryIds)).toMatchObject({ mails: 1, ended: 1 });
    expect(await stands()).toEqual(over);
    const more = await add("x.example");
    await add("*@x.*");
    expect(await back(more.entryIds)).toMatchObject({ mails: 0 });
  });

  test("a mail that was handed over stays where it is", async () => {
    await seedDelivery(db.admin, mail.draftId, { state: "submitting", at: now });
    const { entryIds } = await add("x.example");
    expect(await stands()).toMatchObject({ stands: "suppressed", slot: "pending" });
    expect(await back(entryIds)).toMatchObject({ mails: 1, ended: 1 });
    expect(await stands()).toMatchObject({ stands: "suppressed" });
  });
});

test("lifting brings nothing back by itself", async () => {
  const { entryIds } = await add("x.example");
  await liftEntry(mail.scope, { suppressionId: entryIds[0] ?? "", reason: "by hand" }, "They asked again", later);
  await endedAll();
});
