import { beforeEach, describe, expect, test } from "vitest";
import type { SeededThread } from "@/db/seed/seed-thread";
import { anna, db, now, seedLetters } from "../../letters/testing/letter-world";
import { restoreThread } from "../../threads/restore-thread";
import { settleThread } from "../../threads/settle-thread";
import { later, sign, stateOf, written, wrote } from "../testing/answer-world";
import type { AnswerView } from "../thread-view";

seedLetters(2);
let thread: SeededThread;
let view: AnswerView;
beforeEach(async () => {
  thread = await wrote();
  view = await written(anna, thread);
});

/** They write at `now`; the mailbox is read only so many seconds later. */
async function wroteUnread(seconds: number) {
  const { messageId } = await wrote({ at: now, text: "No, Friday." });
  await db.admin`update mailbox_messages set created_at = ${later(seconds)} where id = ${messageId}`;
}
const leaves = (at: Date) =>
  db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
    select team_id, id, contact_id, sender_account_id, draft_type, subject, body, 'x@x.example', ${at} from email_drafts where id = ${view.draftId}`;

describe("what they wrote reached Exchange at once and us 40 seconds later", () => {
  test("an answer that was signed in between, and left, answers nothing of it: the thread is to do", async () => {
    await sign(anna, thread, view, later(20));
    await wroteUnread(40);
    await leaves(later(28));
    expect(await stateOf(thread)).toBe("open");
  });

  test("one that was signed after we had it leaves nothing to do", async () => {
    await wroteUnread(40);
    await sign(anna, thread, view, later(45));
    expect(await stateOf(thread)).toBe("waiting");
    await leaves(later(53));
    expect(await stateOf(thread)).toBe("waiting");
  });

  test("it is to do as well where it is judged anew, as when another answer is taken back", async () => {
    await sign(anna, thread, view, later(20));
    await wroteUnread(40);
    await leaves(later(28));
    await db.admin`update reply_threads set state = 'waiting' where id = ${thread.threadId}`;
    await db.admin`select judge_thread(${thread.threadId})`;
    expect(await stateOf(thread)).toBe("open");
  });

  test("taking an act back does not make it wait for them either", async () => {
    await sign(anna, thread, view, later(20));
    await wroteUnread(40);
    await leaves(later(28));
    await db.admin`update reply_threads set state = 'waiting' where id = ${thread.threadId}`;
    const { before } = await settleThread(anna, thread.threadId, later(60));
    await restoreThread(anna, thread.threadId, before, later(61));
    expect(await stateOf(thread)).toBe("open");
  });
});

test("one that somebody placed by hand counts from then on", async () => {
  await sign(anna, thread, view, later(20));
  const { messageId } = await wrote({ at: later(-60) });
  await db.admin`update mailbox_messages set created_at = ${later(-50)}, placed_at = ${later(40)} where id = ${messageId}`;
  await leaves(later(28));
  expect(await stateOf(thread)).toBe("open");
});
