import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { memberOf, refusal } from "../../letters/testing/letter-world";
import { recordMessage } from "../../replies/record-message";
import { findingOf, human, type Mailed, seedMailed } from "../../replies/testing/seed-mailed";
import { ensureDelivery } from "../../sending/ledger/ensure-delivery";
import { writeIntent } from "../../sending/ledger/write-intent";
import { seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { openThread } from "../open-thread";
import { beginAnswer } from "./begin-answer";
import { saveAnswer } from "./save-answer";
import { signAnswer } from "./sign-answer";

/** Somebody writes again in the very moment in which they are answered. */
let db: TestDatabase;
const sentAt = new Date("2026-11-23T15:00:00Z");
const now = new Date("2026-11-24T15:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

const writes = (mail: Mailed, at: Date) => recordMessage(mail.scope.teamId, findingOf(mail, human, at), at);

/** Somebody who was mailed by hand has written, and an answer to that is written. */
async function seedAnswered() {
  const mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { kind: "single" }), sentAt);
  await writes(mail, new Date(now.getTime() - 600_000));
  await db.admin`update mailbox_messages set created_at = received_at, graph_id = null where team_id = ${mail.scope.teamId}`;
  await db.admin`update email_replies set created_at = received_at where team_id = ${mail.scope.teamId}`;
  const { teamId, memberId } = mail.scope;
  const member = memberOf(teamId, { id: memberId, name: "Anna", email: "anna@contoso.com", role: "administrator" });
  const [row] = await db.admin`select id, version from reply_threads where team_id = ${teamId}`;
  const begun = await beginAnswer(member, { threadId: String(row?.id), letterId: randomUUID() }, now);
  const { letterId, letterVersion: version, answers } = begun;
  const view = await saveAnswer(member, { letterId, version, body: "<p>Fine.</p>", answers }, now);
  const given = { letterId, draftId: view.draftId, hash: view.hash, threadVersion: Number(row?.version) };
  return { mail, member, threadId: String(row?.id), given };
}

const live = async (draftId: string) =>
  (await db.admin`select 1 from signatures where draft_id = ${draftId} and voided_at is null`).length > 0;

test("either their message is first and nothing is signed, or it takes the signature back", async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    const { mail, member, given, threadId } = await seedAnswered();
    const [came, signed] = await Promise.all([writes(mail, now), refusal(signAnswer(member, given, now))]);
    expect(came).toBe(true);
    outcomes.add(signed.slice(0, 8));
    expect(await live(given.draftId)).toBe(false);
    const { state, answer } = await openThread(member, threadId, now);
    expect([state, answer?.state]).toEqual(["open", "draft"]);
    expect(await refusal(signAnswer(member, given, now))).toMatch(/^conflict: .*wrote again/);
  }
  expect([...outcomes].every((one) => one === "done" || one === "conflict")).toBe(true);
});

test("either their message is first or the answer leaves, never both", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { mail, member, given } = await seedAnswered();
    await signAnswer(member, given, new Date(now.getTime() - 10_000));
    const { id } = await ensureDelivery(mail.scope, given.draftId, now);
    await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk', request_hash = ${given.hash} where id = ${id}`;
    const [row] = await db.admin`select run_id as run from single_mails where draft_id = ${given.draftId}`;
    const [came, intent] = await Promise.all([writes(mail, now), writeIntent(mail.scope, id, String(row?.run), () => now)]);
    expect(came).toBe(true);
    expect(await live(given.draftId)).toBe("attempt" in intent);
  }
});

test("without anything that comes, the answer leaves", async () => {
  const { mail, member, given } = await seedAnswered();
  await signAnswer(member, given, new Date(now.getTime() - 10_000));
  const { id } = await ensureDelivery(mail.scope, given.draftId, now);
  await db.admin`update deliveries set state = 'drafted', graph_id = 'AAk', request_hash = ${given.hash} where id = ${id}`;
  const [row] = await db.admin`select run_id as run from single_mails where draft_id = ${given.draftId}`;
  expect(await writeIntent(mail.scope, id, String(row?.run), () => now)).toMatchObject({ attempt: 1 });
});
