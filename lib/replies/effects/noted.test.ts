import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { setNoticeTarget } from "../../notices/set-notice-target";
import { recordMessage } from "../record-message";
import { seedByHand } from "../testing/seed-by-hand";
import { away, findingOf, human } from "../testing/seed-mailed";

let db: TestDatabase;
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

test("a reply that is read is noted for who asked, in the same moment and once; one that answers by itself is not", async () => {
  const { first } = await seedByHand(db.admin, new Date("2026-11-23T15:00:00Z"), new Date("2026-11-25T15:00:00Z"));
  const { teamId } = first.scope;
  await setNoticeTarget(first.scope, "own", { when: "digest", senderAccountId: first.senderAccountId }, now);
  const noted = () =>
    db.admin`select n.due_at as due, m.kind from notices n join mailbox_messages m on m.id = n.message_id where n.team_id = ${teamId}`;
  await recordMessage(teamId, findingOf(first, away("2026-12-01"), now, { internetMessageId: "<away@x.example>" }), now);
  expect(await noted()).toEqual([]);
  const reply = findingOf(first, human, now, { internetMessageId: "<one@x.example>" });
  await recordMessage(teamId, reply, now);
  await recordMessage(teamId, reply, now);
  expect(await noted()).toEqual([{ due: new Date("2026-11-25T08:30:00Z"), kind: "reply" }]);
});
