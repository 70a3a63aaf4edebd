import { and, eq, isNull, ne } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { deliveries } from "@/db/schema/sending";
import { markWords } from "@/lib/mail/compare/mark-words";
import { readBody } from "@/lib/mail/compare/read-body";
import { type Difference, difference, type ShownMail, shownMail } from "@/lib/mail/compare/shown-mail";
import type { MailRequest } from "@/lib/mail/mail-request";
import { buildDraftRequest } from "../../mail/build-draft-request";
import { readKeptRequest } from "../../mail/read-kept-request";
import { checkDraft, mayBeSigned } from "../check-draft";
import type { DraftRow } from "../lock-draft";
import { changedText, whyNotSigned } from "./changed-text";
import { markHtml } from "./mark-html";

/** A mail that its mailbox's owner changed, deleted or sent in Outlook, as the review page shows it; times with seconds, in the reader's zone. */
export type ChangedView = {
  kind: "changed" | "deleted" | "sent by hand";
  foundAt: string;
  changedAt: string | null;
  signedAt: string | null;
  madeAt: string | null;
  /** Differences that are more than looks. */
  differences: Difference[];
  signed: { subject: string; from: string; to: string; html: string };
  found: { subject: string; from: string; to: string; html: string };
  /** Both texts in one. */
  bothHtml: string;
  /** The mail that the changed text would be signed as, or why it cannot be. */
  sign: { hash: string } | { why: string };
};

/** @param clock says an instant with its seconds. @returns null when nothing is open; a copy of ours that differs is not meant. */
export async function readChanged(
  tx: TeamTransaction,
  draft: DraftRow,
  signedAt: Date | null,
  clock: (at: Date) => string,
): Promise<ChangedView | null> {
  const [open] = await tx
    .select({ row: mailDifferences, draftedAt: deliveries.draftedAt })
    .from(mailDifferences)
    .innerJoin(deliveries, eq(deliveries.id, mailDifferences.deliveryId))
    .where(and(eq(deliveries.draftId, draft.id), isNull(mailDifferences.settledAt), ne(mailDifferences.place, "sent")));
  if (!open) return null;
  const { row } = open;
  const found = shownMail.parse(row.found);
  const kept = readKeptRequest(draft.request);
  const signed = "request" in kept ? kept.request : (await buildDraftRequest(tx, draft.id)).request;
  const runs = markWords(readBody(signed.html).words, readBody(found.html).words);
  const differences = difference
    .array()
    .parse(row.differences)
    .filter(({ field }) => field !== "markup");
  const isHand = row.place === "by hand";
  return {
    kind: isHand ? "sent by hand" : differences.length === 0 ? "deleted" : "changed",
    foundAt: clock(row.foundAt),
    changedAt: row.changedAt && clock(row.changedAt),
    signedAt: signedAt && clock(signedAt),
    madeAt: open.draftedAt && clock(open.draftedAt),
    differences,
    signed: {
      subject: signed.subject,
      from: signed.from.email,
      to: signed.to.email,
      html: markHtml(runs, signed.html, "signed"),
    },
    found: {
      subject: found.subject,
      from: found.from?.email ?? signed.from.email,
      to: [...found.to, ...found.cc, ...found.bcc].map(({ email }) => email).join(", "),
      html: markHtml(runs, signed.html, "found"),
    },
    bothHtml: markHtml(runs, signed.html, "both"),
    sign: isHand ? { why: "It has left" } : await readSign(tx, draft, found, signed),
  };
}

async function readSign(
  tx: TeamTransaction,
  draft: DraftRow,
  found: ShownMail,
  signed: MailRequest,
): Promise<ChangedView["sign"]> {
  const text = changedText(found, signed);
  const { request, hash, checks } = await checkDraft(tx, draft, text);
  const why = whyNotSigned(found, signed, request);
  if (why) return { why };
  const failed = checks.find((check) => check.blocking && !check.passes);
  return mayBeSigned(checks) ? { hash } : { why: failed?.sentence ?? "A check forbids it" };
}
