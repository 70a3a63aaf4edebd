import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { peopleAtOnce } from "./end-in-parts";
import { finishEntries } from "./finish-entries";
import { suppressEntry } from "./suppress-entry";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const sweep = (at: Date) => finishEntries({ teamId: mail.scope.teamId, memberId: null }, at);

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now, { to: "ada@x.example", followUps: 1 });
});

/** A domain is suppressed, and the process dies before the last part: somebody is enrolled still. */
async function crash(others: number) {
  await db.admin`insert into contacts (team_id, upload_batch_id, raw_data, name, email, email_norm)
    select team_id, upload_batch_id, '{}', 'Person ' || n, 'p' || n || '@x.example', 'p' || n || '@x.example'
    from contacts cross join generate_series(1, ${others}::int) n where id = ${mail.contactId}`;
  await suppressEntry(mail.scope, { text: "x.example", note: "" }, now);
  await db.admin`update campaign_contacts set status = 'pending', ended_reason = null, completed_at = null, stopped_by = null, wait_reason = 'in_line'
    where id = ${mail.campaignContactId}`;
}
const stands = async () =>
  (
    await db.admin`select status, ended_reason, completed_at, stopped_by from campaign_contacts where id = ${mail.campaignContactId}`
  )[0];
const over = () => ({ status: "completed", ended_reason: "suppressed", completed_at: now, stopped_by: mail.scope.memberId });

test("whom a crash left over of very many ends with the act that suppressed them, and once", async () => {
  await crash(peopleAtOnce);
  expect(await sweep(minutes(1))).toBe(0);
  expect(await stands()).toMatchObject({ status: "pending" });
  expect(await sweep(minutes(3))).toBe(1);
  expect(await stands()).toEqual(over());
  expect(await sweep(minutes(4))).toBe(0);
});

test("nobody ends by an entry that was lifted meanwhile, or long ago", async () => {
  await crash(peopleAtOnce);
  expect(await sweep(minutes(25 * 60))).toBe(0);
  await db.admin`update suppressions set lifted_at = now(), lift_reason = 'A mistake' where team_id = ${mail.scope.teamId}`;
  expect(await sweep(minutes(3))).toBe(0);
  expect(await stands()).toMatchObject({ status: "pending" });
});

test("nobody is looked for where all end in one transaction", async () => {
  await crash(peopleAtOnce - 1);
  expect(await sweep(minutes(3))).toBe(0);
});
