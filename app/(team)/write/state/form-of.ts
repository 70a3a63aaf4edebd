import type { LetterInput, LetterView } from "@/lib/letters/letter";
import type { FoundPerson } from "@/lib/letters/people/found-person";

/** Somebody in To. */
export type Person = Pick<FoundPerson, "id" | "name" | "email"> & { suppressed: boolean };

/** What stands in the form; it is kept as one typed it. */
export type Form = Omit<LetterInput, "letterId" | "version" | "contactIds"> & { people: Person[] };

/** The form as a letter that was kept fills it. */
export function formOf(view: LetterView): Form {
  const { from, templateId, subject, body, leave, mails } = view;
  return {
    people: mails.map(({ contact, checks }) => ({
      id: contact.id,
      name: contact.name,
      email: contact.email,
      suppressed: checks.some((check) => check.name === "suppressed" && !check.passes),
    })),
    senderAccountId: from.id,
    templateId,
    subject,
    body,
    leave,
    newThreads: mails.filter(({ thread }) => thread && !thread.joined).map(({ contact }) => contact.id),
  };
}

/** What is sent to be kept. */
export function inputOf(letterId: string, { people, ...form }: Form, version: number): LetterInput {
  const contactIds = people.map((person) => person.id);
  return {
    ...form,
    letterId,
    version,
    contactIds,
    newThreads: form.newThreads.filter((id) => contactIds.includes(id)),
  };
}

/** Whether two say the same, in any order of people. */
export function isSame(one: Form, other: Form): boolean {
  return textOf(one) === textOf(other);
}

function textOf(form: Form): string {
  const { contactIds, newThreads, leave, ...rest } = inputOf("", form, 0);
  const { kind, day, time, zone } = leave;
  return JSON.stringify([
    contactIds.sort(),
    newThreads.sort(),
    kind,
    kind === "at" && [day, time?.replace(/^0/, ""), zone],
    rest.senderAccountId,
    rest.templateId,
    rest.subject,
    rest.body,
  ]);
}
