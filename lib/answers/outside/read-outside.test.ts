import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { databaseClock } from "@/db/access/database-clock";
import { writeClient } from "../../microsoft/graph/clients";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../../sending/run/send-planned";
import { takeBackAnswer } from "../answer/take-back-answer";
import { seedWiredAnswer, type WiredAnswer } from "../testing/answer-on-wire";
import { readOutside } from "./read-outside";

/** What a mailbox's owner writes from Outlook in a thread, as the stand-in's mailbox has it. */
let world: MailWorld;

beforeAll(async () => {
  world = await startMail({ ...process.env, DOUBT_SCHEDULE: "0.1,0.2,0.3" });
});
afterAll(() => world.end());
beforeEach(() => world.admin("POST", "reset", {}));

/** As Outlook answers: without a mark of ours. */
async function answerFromOutlook({ received }: WiredAnswer) {
  const path = (id: string, act: string) => `/me/messages/${encodeURIComponent(id)}/${act}`;
  const draft = (await writeClient(world.mailbox).api(path(received.id, "createReply")).post({ comment: "See you there." })) as {
    id: string;
  };
  await writeClient(world.mailbox).api(path(draft.id, "send")).post({});
  await world.settle();
}
const read = ({ member, thread }: WiredAnswer) => readOutside(member, thread.threadId, new Date());
const stateOf = async ({ thread }: WiredAnswer) =>
  (await world.db.admin`select state from reply_threads where id = ${thread.threadId}`)[0]?.state;
/** A thread to do: the answer that was signed in it was taken back. */
async function openOne(): Promise<WiredAnswer> {
  const answer = await seedWiredAnswer(world);
  await takeBackAnswer(answer.member, answer.view.letterId, new Date());
  expect(await stateOf(answer)).toBe("open");
  return answer;
}

test("an answer from Outlook is told of, and leaves nothing to do", async () => {
  const answer = await openOne();
  expect(await read(answer)).toEqual([]);
  await answerFromOutlook(answer);
  await expect
    .poll(() => read(answer), { timeout: 10_000 })
    .toEqual([expect.objectContaining({ side: "outside", by: "Anna Keller" })]);
  expect(await stateOf(answer)).toBe("waiting");
});

test("they wrote after it, so there is something to do", async () => {
  const answer = await openOne();
  await answerFromOutlook(answer);
  await world.db.admin`update reply_threads set last_in_at = now() + interval '1 minute' where id = ${answer.thread.threadId}`;
  await expect.poll(async () => (await read(answer)).length, { timeout: 10_000 }).toBe(1);
  expect(await stateOf(answer)).toBe("open");
});

test("what we sent ourselves is none of it", async () => {
  const answer = await seedWiredAnswer(world);
  await expect
    .poll(() => sendPlanned(answer.member, answer.planned, databaseClock).then(({ kind }) => kind), { timeout: 20_000 })
    .toBe("sent");
  await world.settle();
  expect(await read(answer)).toEqual([]);
});

test("a mailbox that does not answer tells nothing, and another team has no such thread", async () => {
  const answer = await openOne();
  await answerFromOutlook(answer);
  await world.db.admin`update sender_accounts set status = 'signed_out' where id = ${answer.planned.senderAccountId}`;
  expect(await read(answer)).toEqual([]);
  const foreign = { teamId: randomUUID(), memberId: null };
  await expect(readOutside(foreign, answer.thread.threadId, new Date())).rejects.toMatchObject({ code: "not_found" });
});
