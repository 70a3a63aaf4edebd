import type { MergeData } from "./field-scope";
import type { StandardField } from "./standard-fields";

export type MergeSource = {
  contact: {
    firstName: string | null;
    lastName: string | null;
    name: string | null;
    email: string;
    company: string | null;
    fields: Record<string, string>;
  };
  mailbox: { email: string; displayName: string | null };
  teamName: string;
};

/** Every field a template may name for one contact; the file's own columns come under their slugs. */
export function mergeData({ contact, mailbox, teamName }: MergeSource): MergeData {
  const sender = mailbox.displayName ?? mailbox.email;
  const standard: Record<StandardField, string | null> = {
    first_name: contact.firstName ?? contact.name?.split(/\s+/)[0] ?? null,
    last_name: contact.lastName,
    name: contact.name,
    email: contact.email,
    company: contact.company,
    sender_name: sender,
    sender_first_name: sender.split(/\s+/)[0] ?? sender,
    sender_email: mailbox.email,
    team_name: teamName,
  };
  return { ...contact.fields, ...standard };
}
