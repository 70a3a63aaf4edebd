import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { limits } from "@/lib/knocks/limits";
import { type ReadyMail, seedReadyMail } from "@/lib/sending/testing/seed-ready-mail";
import { findToken } from "./find-token";
import { knockWithLink } from "./knock-with-link";

let db: TestDatabase;
let mail: ReadyMail;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, new Date());
});

const now = new Date();
const madeUp = () => crypto.randomUUID().replaceAll("-", "").repeat(2);
const { most } = limits["unknown link"];

test("who tries links waits, and who has one never does, from the same address", async () => {
  const client = crypto.randomUUID();
  for (let n = 0; n < most; n++) expect(await knockWithLink(n % 2 ? madeUp() : "cut-off", client, now)).toBe(0);
  expect(await knockWithLink(madeUp(), client, now)).toBeGreaterThan(0);
  expect(await knockWithLink(mail.unsubscribeToken, client, now)).toBe(0);
  expect(await knockWithLink("preview", client, now)).toBe(0);
  expect(await knockWithLink(madeUp(), crypto.randomUUID(), now)).toBe(0);
});

test("opening one's own link a thousand times is no knock", async () => {
  const client = crypto.randomUUID();
  await Promise.all(Array.from({ length: 1000 }, () => knockWithLink(mail.unsubscribeToken, client, now)));
  expect(await knockWithLink(madeUp(), client, now)).toBe(0);
});

test("a token is found by itself only, of a campaign and of a mail by hand", async () => {
  expect(await findToken(mail.unsubscribeToken)).toEqual({
    teamId: mail.scope.teamId,
    campaignContactId: mail.campaignContactId,
    singleMailId: null,
  });
  const single = await seedReadyMail(db.admin, new Date(), { kind: "single" });
  expect(await findToken(single.unsubscribeToken)).toMatchObject({ teamId: single.scope.teamId, campaignContactId: null });
  expect(await findToken(mail.unsubscribeToken.toUpperCase())).toBeNull();
  expect(await findToken(madeUp())).toBeNull();
});
