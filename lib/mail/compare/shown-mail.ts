import { z } from "zod";

const person = z.object({ email: z.string(), name: z.string() });

/** A mail as Exchange shows it, draft or sent copy; kept in the database as it was found. */
export const shownMail = z.object({
  subject: z.string(),
  from: person.nullable(),
  sender: person.nullable(),
  to: z.array(person),
  cc: z.array(person),
  bcc: z.array(person),
  replyTo: z.array(person),
  html: z.string(),
  attachments: z.array(z.object({ name: z.string(), size: z.number() })),
  /** Changes with every change of the item, whoever made it; only asks for the comparison. */
  changeKey: z.string().nullable(),
  /** ISO text. */
  changedAt: z.string().nullable(),
  /** Where it lies; a draft that was thrown away lies elsewhere than it was made. */
  folderId: z.string().nullable(),
});
export type ShownMail = z.infer<typeof shownMail>;

/**
 * In what two mails differ. `words`: what one reads. `links`: where a link leads. `settings`: what a mail program does with it, other
 * than to show it. `markup`: how it looks, where words and links are the
 * same. The values are for people to read, in plain text.
 */
export const differenceFields = ["recipients", "from", "subject", "words", "links", "attachments", "settings", "markup"] as const;
export type DifferenceField = (typeof differenceFields)[number];
export const difference = z.object({ field: z.enum(differenceFields), before: z.string(), after: z.string() });
export type Difference = z.infer<typeof difference>;
