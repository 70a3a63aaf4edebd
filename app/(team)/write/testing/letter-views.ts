import type { LetterMail, LetterView } from "@/lib/letters/letter";

/** A mail to somebody, as the page gets it; it passes its checks and leaves today at noon. */
export function mailOf(name: string, some: Partial<LetterMail> = {}): LetterMail {
  const id = name.toLowerCase();
  return {
    draftId: `draft of ${id}`,
    singleMailId: `mail of ${id}`,
    contact: { id, name, email: `${id}@x.example`, company: null },
    readsIn: null,
    state: "draft",
    kind: "first mail",
    thread: null,
    subject: "Hello",
    html: "<p>Hello</p>",
    from: "anna@contoso.com",
    fromName: "Anna",
    text: { subject: "Hello", body: "<p>Hello</p>" },
    isOwn: false,
    hash: `hash of ${id}`,
    checks: [{ name: "fields", passes: true, blocking: true, sentence: "Fields filled" }],
    mayBeSigned: true,
    sameDay: null,
    leaves: { at: "2026-11-23T17:41:00Z", here: "today 12:41", there: null, isEarly: false },
    ...some,
  };
}

/** A letter of these mails. */
export function viewOf(mails: LetterMail[], some: Partial<LetterView> = {}): LetterView {
  return {
    threadId: null,
    id: "letter",
    version: 1,
    savedAt: "2026-11-23T17:41:00Z",
    writtenBy: { id: "anna", name: "Anna" },
    state: "draft",
    mayComeBack: false,
    from: { id: "box", email: "anna@contoso.com", name: "Anna" },
    templateId: null,
    subject: "",
    body: "",
    leave: { kind: "now", day: null, time: null, zone: "sender" },
    mails,
    resumes: null,
    ...some,
  };
}
