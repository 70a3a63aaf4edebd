import type { AnswerView, TheirLetter, ThreadView } from "@/lib/answers/thread-view";

/** A letter of theirs, as the page gets it. */
export function letterOf(id: string, some: Partial<TheirLetter> = {}): TheirLetter {
  return {
    side: "theirs",
    id,
    kind: "reply",
    at: "2026-11-24T11:29:00Z",
    fromName: "Simona Morasca",
    from: "simona@morasca.com",
    to: "anna@contoso.com",
    subject: "Re: Invoices",
    snippet: "Thursday at two works.",
    isThere: true,
    stopped: null,
    away: null,
    ...some,
  };
}

/** A thread in which she wrote once and nobody has answered. */
export function threadOf(some: Partial<ThreadView> = {}): ThreadView {
  return {
    id: "thread",
    version: 1,
    state: "open",
    snoozedUntil: null,
    subject: "Invoices",
    contact: {
      id: "simona",
      name: "Simona Morasca",
      firstName: "Simona",
      email: "simona@morasca.com",
      company: null,
      facts: [],
      archived: false,
    },
    mailbox: { id: "box", email: "anna@contoso.com", name: "Anna Keller", canRead: true, canSend: true },
    assigned: null,
    people: [],
    suppressed: null,
    letters: [letterOf("first")],
    soFar: [],
    campaigns: [],
    label: {
      label: null,
      by: null,
      labelledBy: null,
      modelRead: null,
      laterOn: null,
      named: null,
      held: [],
      goesOn: [],
      days: [],
    },
    answer: null,
    answered: null,
    ...some,
  };
}

/** An answer that passes its checks, as it is kept. */
export function answerOf(some: Partial<AnswerView> = {}): AnswerView {
  const { body = "<p>Thursday it is.</p>" } = some;
  return {
    letterId: "letter",
    draftId: "draft",
    letterVersion: 1,
    answers: "first",
    body,
    subject: "Re: Invoices",
    html: `<div data-part="text">${body}</div><div data-part="signature"><p>Anna Keller</p></div><div data-part="history"><p>Simona wrote:</p><blockquote><p>Thursday at two works.</p></blockquote></div>`,
    to: "simona@morasca.com",
    hash: `hash of ${some.letterVersion ?? 1}`,
    checks: [{ name: "fields", passes: true, blocking: true, sentence: "Fields filled" }],
    mayBeSigned: true,
    byModel: false,
    state: "draft",
    leavesAt: null,
    voided: null,
    ...some,
  };
}
