import { beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import type { SeededThread } from "@/db/seed/seed-thread";
import { readToday } from "../../analytics/read-today";
import { readContacts } from "../../contacts/read-contacts";
import { readHandMails } from "../../contacts/read-hand-mails";
import { rejectDraft } from "../../drafts/reject-draft";
import { readDraftView } from "../../drafts/review/read-draft-view";
import { readReviewQueue } from "../../drafts/review/read-review-queue";
import { askToSign } from "../../drafts/sign-all/ask-to-sign";
import { readLetter } from "../../letters/read-letter";
import { anna, ben, db, now, people, refusal, seedLetters } from "../../letters/testing/letter-world";
import { reviewAgain } from "../../replies/effects/review-again";
import { cancelMail } from "../../scheduled/acts/cancel-mail";
import { takeBackCancel } from "../../scheduled/acts/take-back-cancel";
import { readScheduled } from "../../scheduled/read-scheduled";
import { giveUp } from "../../sending/run/give-up";
import { readShell } from "../../shell/read-shell";
import { endSuppressed } from "../../singles/end-suppressed";
import { changeHandFooter } from "../../team/change-hand-footer";
import { openThread } from "../open-thread";
import { later, sign, stateOf, written, wrote } from "../testing/answer-world";
import type { AnswerView } from "../thread-view";
import { takeBackAnswer } from "./take-back-answer";

seedLetters(2);
let thread: SeededThread;
let view: AnswerView;
beforeEach(async () => {
  thread = await wrote();
  view = await written(anna, thread);
});

const answer = async (at = now) => (await openThread(anna, thread.threadId, at)).answer;
const everything = { by: "all", mailbox: null, person: "", show: "coming", from: null, day: null, after: null } as const;
const handMail = async () => (await withTeam(anna, (tx) => readHandMails(tx, people[0] ?? "")))[0];
const listed = async () => (await readContacts(anna, {}, 1)).rows.find(({ id }) => id === people[0])?.byHand;

describe("an answer that nobody has signed", () => {
  test("is to sign nowhere but in its thread", async () => {
    const queue = await readReviewQueue(anna, null, now);
    expect([queue.waiting, queue.passing, queue.byHand, queue.rows]).toEqual([0, 0, 0, []]);
    expect((await readShell(anna, now)).toReview).toBe(0);
    expect((await readToday(anna, now)).jobs.toSign.count).toBe(0);
    const rows = [{ id: view.draftId, version: "", opened: true }];
    expect((await askToSign(anna, { of: null, readAt: now, rows, hasMore: true }, now)).passing).toBe(0);
    expect(await listed()).toBeNull();
  });

  test("leads to its thread from wherever it is shown", async () => {
    const { threadId } = thread;
    expect(await handMail()).toMatchObject({ threadId, signedBy: null });
    expect((await readDraftView(anna, view.draftId, now)).hand).toMatchObject({ threadId, letterId: view.letterId });
    expect(await readLetter(anna, view.letterId, now)).toMatchObject({ threadId });
  });

  test("carries no footer, whatever the team decides for mail by hand", async () => {
    await changeHandFooter(anna, false, now);
    await changeHandFooter(anna, true, now);
    expect(await answer()).toMatchObject({ hash: view.hash, mayBeSigned: true });
  });
});

test("a signed one is scheduled as any mail, and its row leads to the thread", async () => {
  await sign(anna, thread, view);
  const [row] = (await readScheduled(anna, everything, now)).days[0]?.rows ?? [];
  expect(row).toMatchObject({ draftId: view.draftId, threadId: thread.threadId, byHand: true, signed: true });
  expect(await listed()).toBe("planned");
});

describe("of one that is signed, the thread is to do again where", () => {
  beforeEach(async () => {
    await sign(anna, thread, view);
    expect(await stateOf(thread)).toBe("waiting");
  });

  test("it was taken back, by whomever", async () => {
    await takeBackAnswer(ben, view.letterId, later(2));
    expect([await stateOf(thread), (await answer())?.state]).toEqual(["open", "draft"]);
  });

  test("they wrote: it is a draft there and says so", async () => {
    await withTeam({ teamId: anna.teamId, memberId: null }, (tx) => reviewAgain(tx, anna.teamId, people, later(3)));
    expect(await stateOf(thread)).toBe("open");
    expect(await answer(later(3))).toMatchObject({ state: "draft", voided: "They wrote since it was signed", mayBeSigned: true });
    expect((await readReviewQueue(anna, null, now)).waiting).toBe(0);
    await sign(anna, thread, view, later(10));
    expect(await stateOf(thread)).toBe("waiting");
  });

  test("it was cancelled; taken back, it is as it was", async () => {
    await cancelMail(ben, view.draftId, later(2));
    expect([await stateOf(thread), await answer()]).toEqual(["open", null]);
    await takeBackCancel(ben, view.draftId, later(3));
    expect((await answer(later(3)))?.state).toBe("signed");
  });

  test("it could not be sent", async () => {
    await withTeam(anna, (tx) => giveUp(tx, { teamId: anna.teamId, draftId: view.draftId }, "ErrorInvalidRecipients", later(9)));
    expect([await stateOf(thread), await answer()]).toEqual(["open", null]);
  });

  test("it was rejected", async () => {
    await rejectDraft(ben, view.draftId, "No", later(2));
    expect([await stateOf(thread), await answer()]).toEqual(["open", null]);
  });

  test("its reader was suppressed meanwhile", async () => {
    await withTeam(anna, (tx) => endSuppressed(tx, anna.memberId, people.slice(0, 1), later(2)));
    expect([await stateOf(thread), await answer()]).toEqual(["open", null]);
    expect(await refusal(takeBackAnswer(anna, view.letterId, later(3)))).toBe("done");
  });
});

test("a sent one is no follow-up, and counts as sent", async () => {
  await db.admin`insert into sent_emails (team_id, draft_id, contact_id, sender_account_id, draft_type, subject, body, recipient_email, sent_at)
    select team_id, id, contact_id, sender_account_id, draft_type, subject, body, 'x@x.example', ${now} from email_drafts where id = ${view.draftId}`;
  await db.admin`select fold_email_analytics()`;
  expect(
    await db.admin`select total_emails_sent as sent, total_followups_sent as followed from email_analytics where team_id = ${anna.teamId}`,
  ).toEqual([{ sent: 1, followed: 0 }]);
});
