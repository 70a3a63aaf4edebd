/**
 * How programs name the columns of one language, as they write them; they are folded before they are compared.
 *
 * - `name` is the whole name, unless a column for the other half stands beside it ("Name" beside "Vorname" is the last name);
 *   `fullName` is the whole name whatever stands beside it.
 * - `otherEmail` is a further address of the same person.
 * - `weak` words count only where no better one is there.
 */
export type Words = {
  firstName: string[];
  lastName: string[];
  fullName: string[];
  name: string[];
  company: string[];
  email: string[];
  otherEmail?: string[];
  weak?: Partial<Record<"firstName" | "lastName" | "name" | "company", string[]>>;
};

export type WordList = Record<string, Words>;
