import { expect, test } from "vitest";
import { answerSubject } from "./answer-subject";

test.each([
  ["Hello", "Re: Hello"],
  ["RE: Re: AW: Hello", "Re: Hello"],
  ["Antw.: Hello", "Re: Antw.: Hello"],
  ["RE[2]:Hello", "Re: Hello"],
  ["回复：Hello", "Re: Hello"],
  ["Fwd: Hello", "Re: Fwd: Hello"],
  ["Results: 2026", "Re: Results: 2026"],
  [" Two\r\n lines ", "Re: Two lines"],
  [null, "Re:"],
  ["", "Re:"],
])("%j is answered as %j", (theirs, ours) => {
  expect(answerSubject(theirs)).toBe(ours);
});

test("one that is too long to be signed is cut, between two letters", () => {
  const cut = answerSubject("𝒳".repeat(300));
  expect([...cut].length).toBe(200);
  expect(cut.isWellFormed()).toBe(true);
});
