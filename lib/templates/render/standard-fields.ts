import type { ContactField } from "../../contacts/contact-fields";

export type StandardField = ContactField | "sender_name" | "sender_first_name" | "sender_email" | "team_name";

/** Merge fields that everybody has, whatever the columns of a file were called; in the order in which they are offered. */
export const standardFields: readonly StandardField[] = [
  "first_name",
  "last_name",
  "name",
  "company",
  "email",
  "sender_first_name",
  "sender_name",
  "sender_email",
  "team_name",
];

/** The standard fields, then those of a file's own columns. */
export function offeredFields(own: { name: string }[]): string[] {
  return [...new Set([...standardFields, ...own.map((row) => row.name)])];
}
