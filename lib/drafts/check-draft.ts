import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { elsewhereIn } from "../contacts/enrolled-earlier";
import { buildDraftRequest } from "../mail/build-draft-request";
import { checkAddress } from "../mail/check-address";
import { checkFooter } from "../mail/check-footer";
import type { MailRequest } from "../mail/mail-request";
import { singleBraces } from "../templates/render/single-braces";
import type { DraftRow } from "./lock-draft";

/** One thing looked at before a mail may be signed. `blocking` ones disable the signature. */
export type Check = { name: string; passes: boolean; blocking: boolean; sentence: string };

/**
 * Every check of a draft with the mail it would be, in the order they are shown, and the campaign that goes first for its contact.
 * @param instead another text, as a person has written it.
 */
export async function checkDraft(
  tx: TeamTransaction,
  draft: DraftRow,
  instead?: { subject: string; body: string },
): Promise<{ checks: Check[]; request: MailRequest; hash: string; version: string; elsewhere: string | null }> {
  const { request, hash, version } = await buildDraftRequest(tx, draft.id, instead);
  const suppressed = await readRows<{ reason: string }>(
    tx,
    sql`select s.reason ${suppressionsOf(sql`${draft.contactId}`)} order by ${suppressionOrder} limit 1`,
  );
  const [mailbox] = draft.senderAccountId
    ? await tx
        .select({ status: senderAccounts.status, email: senderAccounts.email })
        .from(senderAccounts)
        .where(eq(senderAccounts.id, draft.senderAccountId))
    : [];
  const [other] = await readRows<{ name: string | null }>(
    tx,
    sql`select ${elsewhereIn} as name from campaign_contacts c where c.id = ${draft.campaignContactId}`,
  );
  const judged = instead ? { ...draft, editedBody: instead.body } : draft;
  const checks = judge(judged, request, suppressed[0]?.reason ?? null, mailbox ?? null);
  if (draft.campaignId === null) checks.push(...checkText(instead?.body ?? draft.editedBody ?? draft.body));
  // Said only of the few for whom it holds: it forbids nothing.
  if (other?.name) checks.push(waitsFor(other.name));
  return { request, hash, version, checks, elsewhere: other?.name ?? null };
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
  const lacks = checkFooter(request);
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
    lacks === null
      ? {
          name: "footer",
          passes: true,
          blocking: true,
          sentence: request.unsubscribeUrl
            ? "Postal address and unsubscribe line are there"
            : "Needs no postal address and no unsubscribe line",
        }
      : { name: "footer", passes: false, blocking: true, sentence: lacks },
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

/** Of a mail by hand, which is kept while it is written. @returns nothing where there is a text. */
export function checkText(body: string): Check[] {
  const isEmpty = body.replace(/<[^>]*>|&nbsp;|\s/g, "") === "";
  return isEmpty ? [{ name: "text", passes: false, blocking: true, sentence: "The text is empty" }] : [];
}

function waitsFor(campaign: string): Check {
  return {
    name: "elsewhere",
    passes: false,
    blocking: false,
    sentence: `Under way in ${campaign}; the mail waits until that has ended`,
  };
}

export function mayBeSigned(checks: Check[]): boolean {
  return checks.every((check) => check.passes || !check.blocking);
}
