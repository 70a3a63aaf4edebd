import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedAddress } from "@/db/seed/seed-address";
import { seedSuppression } from "@/db/seed/seed-enrolment";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { openContact } from "../contacts/open-contact";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { liftSuppression } from "./lift-suppression";
import { suppressContact } from "./suppress-contact";
import { suppressPerson } from "./suppress-person";
import { unsubscribe } from "./unsubscribe";

let db: TestDatabase;
let mail: ReadyMail;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, now);
  await seedAddress(db.admin, mail.contactId, "Office@x.example");
  await seedAddress(db.admin, mail.contactId, "before@x.example", "former");
});

const open = async () =>
  (
    await db.admin`select email_norm, reason from suppressions where team_id = ${mail.scope.teamId} and lifted_at is null order by email_norm`
  ).map((row) => `${row.email_norm}: ${row.reason}`);
const all = (reason: string) =>
  [`before@x.example: ${reason}`, `${mail.email.toLowerCase()}: ${reason}`, `office@x.example: ${reason}`].sort();
const shown = async () => {
  const { suppressed } = await openContact(mail.scope, mail.contactId, now);
  return { suppressionId: suppressed?.id ?? "", reason: suppressed?.reason ?? "" };
};

test("suppressed by hand, somebody gets mail at none of their addresses, which is told once", async () => {
  await suppressContact(mail.scope, mail.contactId, now);
  expect(await open()).toEqual(all("by hand"));
  const { happened } = await openContact(mail.scope, mail.contactId, now);
  expect(happened.filter((one) => one.kind === "suppressed")).toHaveLength(1);
});

test("a link unsubscribes every address, and twice at once is the same", async () => {
  await Promise.all([unsubscribe(mail.unsubscribeToken, now), unsubscribe(mail.unsubscribeToken, now)]);
  expect(await open()).toEqual(all("unsubscribed"));
});

test.each([
  ["lea@bücher.example", "lea@xn--bcher-kva.example"],
  ["lea@xn--bcher-kva.example", "lea@bücher.example"],
])("who unsubscribes as %s does so as %s, which may be another contact", async (known, other) => {
  await seedAddress(db.admin, mail.contactId, known);
  await unsubscribe(mail.unsubscribeToken, now);
  expect(await open()).toEqual(expect.arrayContaining([`${known}: unsubscribed`, `${other}: unsubscribed`]));
});

test("what they asked for in words outranks the team's own reason, and the link outranks both", async () => {
  const entry = { campaignContactId: null, memberId: null };
  await suppressContact(mail.scope, mail.contactId, now);
  await withTeam(mail.scope, (tx) => suppressPerson(tx, mail.contactId, { ...entry, reason: "asked in a reply" }));
  expect(await open()).toEqual(all("asked in a reply"));
  await suppressContact(mail.scope, mail.contactId, now);
  expect(await open()).toEqual(all("asked in a reply"));
  await unsubscribe(mail.unsubscribeToken, now);
  await withTeam(mail.scope, (tx) => suppressPerson(tx, mail.contactId, { ...entry, reason: "complained" }));
  expect(await open()).toEqual(all("unsubscribed"));
});

test("lifted, every address gets mail again", async () => {
  await suppressContact(mail.scope, mail.contactId, now);
  await liftSuppression(mail.scope, mail.contactId, await shown(), "Asked by phone", now);
  expect(await open()).toEqual([]);
});

test("is not lifted where they asked meanwhile from another address", async () => {
  await db.admin`delete from suppressions where team_id = ${mail.scope.teamId}`;
  await seedSuppression(db.admin, mail.scope.teamId, mail.email);
  const seen = await shown();
  await seedSuppression(db.admin, mail.scope.teamId, "office@x.example", "asked in a reply");
  await expect(liftSuppression(mail.scope, mail.contactId, seen, "x", now)).rejects.toMatchObject({
    code: "conflict",
    message: "The person asked meanwhile for no more mail. Look again before you lift it.",
  });
  expect(await shown()).toMatchObject({ reason: "asked in a reply" });
  await liftSuppression(mail.scope, mail.contactId, await shown(), "x", now);
  expect(await open()).toEqual([]);
});

test("an address that died before it was corrected holds nobody back, and stays dead", async () => {
  await seedSuppression(db.admin, mail.scope.teamId, "before@x.example", "bounced");
  expect(await shown()).toEqual({ suppressionId: "", reason: "" });
  await suppressContact(mail.scope, mail.contactId, now);
  await liftSuppression(mail.scope, mail.contactId, await shown(), "x", now);
  expect(await open()).toEqual(["before@x.example: bounced"]);
});
