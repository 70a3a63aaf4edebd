import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";

/** What every version of a request holds. Strict: what stands beside it would be signed and never handed over. */
const mail = z.strictObject({
  from: z.strictObject({ senderAccountId: z.string(), email: z.string(), name: z.string() }),
  to: z.strictObject({ email: z.string(), name: z.string() }),
  subject: z.string(),
  /** The whole body: text, signature block, unsubscribe line and, in a thread, the mail before. */
  html: z.string(),
  unsubscribeUrl: z.string(),
});

/** The mail of ours that this one follows in the same thread, by its ledger row; null starts a thread. */
const ours = z.strictObject({ deliveryId: z.string() });
const content = mail.extend({ thread: ours.nullable() });

/** A line break in a value would begin a second header. */
const header = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/),
  value: z.string().regex(/^\P{Cc}+$/u),
});

/**
 * Every version in which a mail was ever signed, each as it was: signed mail outlives upgrades, so none is changed or taken out. In version 1
 * the header List-Unsubscribe is not part of what was signed and is made of `unsubscribeUrl` when the mail is handed over; in version 2
 * all headers are in it, List-Unsubscribe at first with the page alone, later with a mail to the mailbox before it. In version 3 a mail may
 * answer a message that was received, which has no ledger row.
 */
export const requestVersions = {
  1: content.extend({ version: z.literal(1) }),
  2: content.extend({ version: z.literal(2), headers: z.array(header) }),
  3: mail.extend({
    version: z.literal(3),
    headers: z.array(header),
    thread: z.union([ours, z.strictObject({ messageId: z.string() })]).nullable(),
  }),
};

export type Header = z.infer<typeof header>;

type Versions = { [V in keyof typeof requestVersions]: z.infer<(typeof requestVersions)[V]> };

/** Exactly what will be handed to Graph for one mail: this is what a signature signs. */
export type MailRequest = Versions[keyof Versions];
/** The version in which answers to what somebody wrote are signed, and the one of all other mails. */
export type AnswerRequest = Versions[3];
export type NewRequest = Versions[2] | AnswerRequest;
/** A mail of ours in a thread, or the message it answers. */
export type Thread = NonNullable<AnswerRequest["thread"]>;

/** SHA-256, in hex, over the canonical JSON (RFC 8785) of the request. */
export function hashRequest(request: MailRequest): string {
  return createHash("sha256")
    .update(canonicalize(request) ?? "")
    .digest("hex");
}
