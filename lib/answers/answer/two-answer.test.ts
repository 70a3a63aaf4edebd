import { expect, test } from "vitest";
import type { SeededThread } from "@/db/seed/seed-thread";
import type { Member } from "../../auth/member";
import { anna, ben, db, now, refusal, seedLetters } from "../../letters/testing/letter-world";
import { openThread } from "../open-thread";
import { later, stateOf, written, wrote } from "../testing/answer-world";
import type { AnswerView, ThreadView } from "../thread-view";
import { signAnswer } from "./sign-answer";
import { takeBackAnswer } from "./take-back-answer";

/** Two people answer one thread, each in a window that was opened before the other sent. */
seedLetters(1);

const open = ({ threadId }: SeededThread, by: Member) => openThread(by, threadId, now);
const send = (by: Member, { version: threadVersion, answered }: ThreadView, view: AnswerView, at = now) =>
  signAnswer(
    by,
    { letterId: view.letterId, draftId: view.draftId, hash: view.hash, threadVersion, answered: answered?.draftId },
    at,
  );
const live = async () =>
  Number((await db.admin`select count(*)::int as n from signatures where team_id = ${anna.teamId} and voided_at is null`)[0]?.n);

test("who sends second is told of the first, and sends after seeing it all the same", async () => {
  const thread = await wrote();
  const [hers, his] = [await written(anna, thread), await written(ben, thread, "<p>Friday it is.</p>")];
  const before = await open(thread, ben);
  await send(anna, await open(thread, anna), hers);
  expect(await refusal(send(ben, before, his, later(2)))).toMatch(/^conflict: Anna Keller answered .*was not sent/);
  expect([await live(), await stateOf(thread)]).toEqual([1, "waiting"]);
  await send(ben, await open(thread, ben), his, later(4));
  expect(await live()).toBe(2);
});

test("what was taken back stands in nobody's way, and nobody in their own", async () => {
  const thread = await wrote();
  const [hers, his] = [await written(anna, thread), await written(ben, thread, "<p>Friday it is.</p>")];
  const [annas, bens] = [await open(thread, anna), await open(thread, ben)];
  await send(anna, annas, hers);
  await takeBackAnswer(anna, hers.letterId, later(2));
  await send(anna, annas, hers, later(3));
  await takeBackAnswer(ben, hers.letterId, later(4));
  await send(ben, bens, his, later(5));
  expect(await live()).toBe(1);
});

test("of two who send at once one is first", async () => {
  for (let round = 0; round < 6; round += 1) {
    const thread = await wrote();
    const [hers, his] = [await written(anna, thread), await written(ben, thread, "<p>Friday it is.</p>")];
    const [annas, bens] = [await open(thread, anna), await open(thread, ben)];
    const said = await Promise.all([refusal(send(anna, annas, hers)), refusal(send(ben, bens, his))]);
    expect(said.map((one) => one.slice(0, 8)).sort()).toEqual(["conflict", "done"]);
    await db.admin`update signatures set voided_at = now() where team_id = ${anna.teamId} and voided_at is null`;
    await db.admin`update single_mails set ended_reason = 'discarded', ended_at = now() where team_id = ${anna.teamId}`;
  }
});
