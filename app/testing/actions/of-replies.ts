import type { Lines } from "./world";

const stand = { state: "open", assignedTo: null, snoozedUntil: null, version: 1 };

export const ofReplies: Lines = {
  beHereAction: ["viewer", (w) => ({ threadId: w.reply_threads, typing: true })],
  assignThreadAction: ["member", (w) => ({ threadId: w.reply_threads, to: null })],
  snoozeThreadAction: ["member", (w) => ({ threadId: w.reply_threads, until: new Date(Date.now() + 86_400_000).toISOString() })],
  readSnoozeTimesAction: ["viewer", () => ({ asked: { day: "2036-11-30", time: "9:30" } })],
  settleThreadAction: ["member", (w) => ({ threadId: w.reply_threads })],
  reopenThreadAction: ["member", (w) => ({ threadId: w.reply_threads })],
  seeThreadAction: ["member", (w) => ({ threadId: w.reply_threads })],
  restoreThreadAction: ["member", (w) => ({ threadId: w.reply_threads, before: { was: stand, made: stand } })],
  beginAnswerAction: ["member", (w) => ({ threadId: w.answer_thread, letterId: w.answer })],
  saveAnswerAction: ["member", (w) => ({ letterId: w.answer, version: 1, body: "<p>Yes.</p>", answers: w.answered })],
  signAnswerAction: [
    "member",
    (w) => ({ letterId: w.answer, draftId: w.answer_draft, hash: "a".repeat(64), threadVersion: 1, answered: null }),
  ],
  takeBackAnswerAction: ["member", (w) => ({ letterId: w.answer })],
  discardAnswerAction: ["member", (w) => ({ letterId: w.answer })],
  restoreAnswerAction: ["member", (w) => ({ letterId: w.answer })],
  labelThreadAction: ["member", (w) => ({ threadId: w.reply_threads, label: "later", laterOn: "2027-03-01" })],
  restoreLabelAction: [
    "member",
    (w) => ({
      threadId: w.reply_threads,
      before: {
        at: "2026-11-23T12:00:00Z",
        label: null,
        by: null,
        labelledBy: null,
        labelledAt: null,
        laterOn: null,
        wishes: [],
      },
    }),
  ],
  goOnAction: [
    "member",
    (w) => ({ threadId: w.reply_threads, version: 1, campaignContactId: w.campaign_contacts, day: "2027-03-01" }),
  ],
  takeBackGoingOnAction: ["member", (w) => ({ threadId: w.reply_threads, holdId: w.contact_holds })],
  addNamedAction: [
    "member",
    (w) => ({ threadId: w.reply_threads, email: "albina@x.example", firstName: "Albina", lastName: "", company: "X" }),
  ],
  takeBackNamedAction: ["member", (w) => ({ threadId: w.reply_threads, contactId: w.contacts })],
  readAidsAction: ["member", (w) => ({ threadId: w.reply_threads })],
  showMaterialAction: ["member", (w) => ({ threadId: w.reply_threads, letterId: null })],
  draftAnswerAction: ["member", (w) => ({ threadId: w.reply_threads, letterId: null, note: "yes" })],
};
