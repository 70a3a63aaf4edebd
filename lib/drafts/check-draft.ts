import { and, eq, isNull } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contacts, suppressions } from "@/db/schema/contacts";
import { senderAccounts } from "@/db/schema/senders";
import { buildDraftRequest } from "../mail/build-draft-request";
import { checkAddress } from "../mail/check-address";
import type { MailRequest } from "../mail/mail-request";
import { singleBraces } from "../templates/render/single-braces";
import type { DraftRow } from "./lock-draft";

/** One thing looked at before a mail may be signed. `blocking` ones disable the signature. */
export type Check = { name: string; passes: boolean; blocking: boolean; sentence: string };

/** Every check of a draft with the mail it would be, in the order they are shown. */
export async function checkDraft(
  tx: TeamTransaction,
  draft: DraftRow,
): Promise<{ checks: Check[]; request: MailRequest; hash: string; version: string }> {
  const { request, hash, version } = await buildDraftRequest(tx, draft.id);
  const [contact] = await tx
    .select({ emailNorm: contacts.emailNorm, archivedAt: contacts.archivedAt })
    .from(contacts)
    .where(eq(contacts.id, draft.contactId));
  const suppressed = contact
    ? await tx
        .select({ reason: suppressions.reason })
        .from(suppressions)
        .where(and(eq(suppressions.emailNorm, contact.emailNorm), isNull(suppressions.liftedAt)))
    : [];
  const [mailbox] = draft.senderAccountId
    ? await tx
        .select({ status: senderAccounts.status, email: senderAccounts.email })
        .from(senderAccounts)
        .where(eq(senderAccounts.id, draft.senderAccountId))
    : [];
  return { request, hash, version, checks: judge(draft, request, suppressed[0]?.reason ?? null, mailbox ?? null) };
}

/** The same of facts that were read already. */
export function judge(
  draft: Pick<DraftRow, "missingFields" | "editedBody" | "editedSubject">,
  request: Pick<MailRequest, "subject" | "to" | "html" | "unsubscribeUrl">,
  suppressed: string | null,
  mailbox: { status: string; email: string } | null,
): Check[] {
  // Once a person has rewritten the text, what the template missed is in their hands; braces left over are not.
  const rewritten = draft.editedBody !== null || draft.editedSubject !== null;
  const missing = rewritten ? [] : draft.missingFields;
  const text = `${request.subject} ${request.html}`;
  const left = /\{\{|\}\}|\{%/.test(text);
  // A field that is left over holds a word in braces, too; that it is one says more.
  const single = left ? undefined : singleBraces.exec(text)?.[0];
  return [
    missing.length > 0 || left || single
      ? {
          name: "fields",
          passes: false,
          blocking: true,
          sentence: single
            ? `${single} would leave as it stands: no field`
            : left
              ? "A field is left unfilled in the text"
              : `Nothing known for ${missing.join(", ")}`,
        }
      : { name: "fields", passes: true, blocking: true, sentence: "Fields filled" },
    request.subject.trim() === ""
      ? { name: "subject", passes: false, blocking: true, sentence: "The subject is empty" }
      : request.subject.length > 200
        ? { name: "subject", passes: false, blocking: true, sentence: "The subject is longer than 200 characters" }
        : { name: "subject", passes: true, blocking: true, sentence: "Subject is sound" },
    checkAddress(request.to.email) === null
      ? { name: "recipient", passes: true, blocking: true, sentence: "Recipient is sound" }
      : { name: "recipient", passes: false, blocking: true, sentence: `${request.to.email} is not an address` },
    suppressed
      ? { name: "suppressed", passes: false, blocking: true, sentence: `This address is suppressed: ${suppressed}` }
      : { name: "suppressed", passes: true, blocking: true, sentence: "Not suppressed" },
    request.html.includes(request.unsubscribeUrl)
      ? { name: "unsubscribe", passes: true, blocking: true, sentence: "Unsubscribe line is there" }
      : { name: "unsubscribe", passes: false, blocking: true, sentence: "The unsubscribe line is missing" },
    mailbox?.status === "connected"
      ? { name: "mailbox", passes: true, blocking: false, sentence: "Mailbox connected" }
      : {
          name: "mailbox",
          passes: false,
          blocking: false,
          sentence: `Microsoft signed ${mailbox?.email ?? "the mailbox"} out; the mail waits until it is connected`,
        },
  ];
}

export function mayBeSigned(checks: Check[]): boolean {
  return checks.every((check) => check.passes || !check.blocking);
}
