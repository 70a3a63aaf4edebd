import { expect, test } from "vitest";
import { sayEmpty, sayVerdict } from "./say-verdict";

test.each([
  [{ kind: "reply", away: null }, null],
  [{ kind: "automatic", away: { back: "2026-11-30", hasLeft: false } }, "Automatic answer: back Mon 30 Nov"],
  [{ kind: "automatic", away: { back: null, hasLeft: false } }, "Automatic answer: stops nothing"],
  [{ kind: "automatic", away: { back: null, hasLeft: true } }, "Automatic answer: has left the company"],
  [{ kind: "meeting", away: null }, "Answered an invitation"],
] as const)("%j is understood as %s", (letter, words) => {
  expect(sayVerdict(letter)).toBe(words);
});

test.each([
  ["Accepted: Invoices", "Accepted the meeting."],
  ["Zugesagt: Rechnungen", "Accepted the meeting."],
  ["Refusé : Factures", "Declined the meeting."],
  ["Mit Vorbehalt: Rechnungen", "May come to the meeting."],
  ["Rechnungen", "Answered the invitation, without words."],
])("a calendar's answer without words, %s, says: %s", (subject, words) => {
  expect(sayEmpty({ kind: "meeting", subject })).toBe(words);
});
