import { expect, test } from "vitest";
import { mailboxTroubles } from "@/db/schema/words";
import type { MailboxHold } from "../mailbox-hold";
import { explainHold } from "./explain-hold";

const explain = (hold: Exclude<MailboxHold, "guarded">, code: string | null = null, statusReason: string | null = null) =>
  explainHold({ hold, code, statusReason, name: "Ben" });

test.each([
  ["no_licence", "MailboxNotEnabledForRESTAPI", "cannot send: its licence was removed", /^Give Ben the licence back/, false],
  ["full", "HTTP 507", "cannot send: it is full", /^Make room in Ben’s mailbox/, true],
  ["unreadable", "ErrorAccessDenied", "cannot be read", /^Wait/, false],
  ["signed_out", "AADSTS65001", "cannot send: consent was withdrawn", /^Reconnect it/, false],
  ["signed_out", "AADSTS53003", "cannot send: a rule of the organisation blocks its sign-in", /^Leave Countersign out/, false],
  ["signed_out", "AADSTS7000112", "cannot send: the organisation switched Countersign off", /^Switch Countersign on/, false],
  ["signed_out", "AADSTS500014", "cannot send: the organisation switched Countersign off", /^Switch Countersign on/, false],
  ["signed_out", "AADSTS50034", "cannot send: its account was deleted", /^Restore Ben’s account/, false],
  ["signed_out", "AADSTS50057", "cannot send: its account is switched off", /^Let Ben’s account sign in/, false],
  ["signed_out", "AADSTS50020", "cannot send: its account is not of the organisation any more", /^Let Ben’s account/, false],
  ["signed_out", "AADSTS50105", "cannot send: its person may not use Countersign any more", /^Assign Ben/, false],
  ["signed_out", "AADSTS90002", "cannot send: Microsoft does not know the organisation any more", /^Nothing here/, false],
  ["limited", "5.1.8", "cannot send: Microsoft blocks what it sends", /^Lift the block/, true],
  ["limited", "ErrorMessageSubmissionBlocked", "cannot send: Microsoft blocks what it sends", /^Lift the block/, true],
  ["limited", "5.1.90", "cannot send: it wrote to more people than Microsoft allows in a day", /^Wait/, true],
  ["limited", "ErrorExceededMessageLimit", "cannot send: it wrote to more people than Microsoft allows in a day", /^Wait/, true],
  ["limited", "5.7.705", "cannot send: Microsoft limits the whole organisation", /^Ask Microsoft/, true],
  ["limited", "5.7.508", "cannot send: Microsoft limits the whole organisation", /^Ask Microsoft/, true],
  ["limited", "5.7.233", "cannot send: Microsoft limits the whole organisation", /^Ask Microsoft/, true],
  ["limited", "ErrorSendAsDenied", "cannot send: it may not send under its own address", /^Let it send/, true],
  ["limited", "Retry-After", "cannot send: Microsoft asked it to wait", /^Wait/, true],
  ["limited", "AADSTS7000222", "cannot send: Countersign’s own sign-in to Microsoft is broken", /^Whoever runs/, false],
] as const)("%s by %s: %s", (hold, code, verdict, first, isRead) => {
  const explained = explain(hold, code);
  expect(explained).toMatchObject({ verdict, isRead });
  expect(explained.steps[0]?.strong).toMatch(first);
});

test("a code nobody knows is named, and so is the way to learn what it means", () => {
  for (const code of ["ErrorNobodyKnows", "AADSTS9909999"]) {
    const { verdict, request } = explain("limited", code);
    expect(verdict).toContain(code);
    expect(request).not.toBeNull();
  }
});

test("where an administrator has to act first, reconnecting comes after, and what to ask for is written", () => {
  for (const code of ["AADSTS7000112", "AADSTS50034", "AADSTS53003", "AADSTS50105"]) {
    const { steps, request } = explain("signed_out", code);
    expect(steps.map(({ by }) => by)).toEqual(["administrator", "reconnecting"]);
    expect(request).toMatch(/^Please /);
  }
});

test("each trouble has a verdict and a first step of its own", () => {
  const all = [...mailboxTroubles, "signed_out" as const].map((hold) => explain(hold));
  expect(new Set(all.map(({ verdict }) => verdict)).size).toBe(all.length);
  expect(all.every(({ steps }) => steps.length > 0)).toBe(true);
});
