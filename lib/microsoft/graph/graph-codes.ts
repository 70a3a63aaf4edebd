/**
 * What an answer of Graph means. `done`: it happened. `missing`: the item is not there, or not there yet. `conflict`: somebody else is
 * writing to it. `unsendable`: this one mail can never leave as it is. `refused`: Graph does not take this request, and nothing says
 * that the mail is to blame. `unreadable`: Exchange cannot show this item, now or ever. `resync`: a change list must be begun anew.
 * About the whole mailbox: `signed out` (the token is not taken; a fresh one tells whether a person must come back), `denied` (the
 * permission is missing, or a rule shuts it), `unread` (the same of a call that only reads, which says nothing about sending), `no licence`, `full`, `limited` (it may not send for a while). `throttled` and `later`:
 * nothing is known to be wrong, try again.
 */
export type Verdict =
  | "done"
  | "missing"
  | "conflict"
  | "unsendable"
  | "refused"
  | "unreadable"
  | "resync"
  | "signed out"
  | "denied"
  | "unread"
  | "no licence"
  | "full"
  | "limited"
  | "throttled"
  | "later";

/** The whole mailbox may not send: whatever was asked of it did not happen, and the mail is not to blame. */
export const mailboxRefusals: readonly (Verdict | null)[] = ["limited", "full", "no licence", "denied"];

/**
 * The same as the answer to a send. That there is no mailbox is not among them: Exchange is known to say so at random of a sound one, and
 * then nobody knows what became of the mail.
 */
export const sendRefusals: readonly (Verdict | null)[] = mailboxRefusals.filter((verdict) => verdict !== "no licence");

type Rule = { verdict: Verdict; codes: string[]; says?: RegExp };

/** Microsoft's codes, in the order in which they are tried. Where one code has two meanings, only the sentence tells them apart. */
const rules: Rule[] = [
  { verdict: "missing", codes: ["ErrorItemNotFound", "ErrorInvalidIdMalformed"] },
  { verdict: "conflict", codes: ["ErrorIrresolvableConflict"] },
  { verdict: "unsendable", codes: ["ErrorInvalidRecipients", "ErrorMessageSizeExceeded", "RequestEntityTooLarge"] },
  {
    verdict: "unreadable",
    codes: [
      "ErrorContentConversionFailed",
      "ErrorCorruptData",
      "ErrorMimeContentConversionFailed",
      "ErrorUnsupportedMimeConversion",
    ],
  },
  { verdict: "resync", codes: ["SyncStateNotFound", "SyncStateInvalid", "resyncRequired"] },
  { verdict: "denied", codes: ["ErrorAccessDenied", "Authorization_RequestDenied", "ErrorAccountDisabled"] },
  {
    verdict: "no licence",
    codes: [
      "MailboxNotEnabledForRESTAPI",
      "MailboxNotSupportedForRESTAPI",
      "ErrorNonExistentMailbox",
      "ResourceNotFound",
      "Request_ResourceNotFound",
    ],
  },
  { verdict: "no licence", codes: ["ErrorInvalidRequest"], says: /REST APIs for this mailbox/i },
  // No room for another named property: the mailbox itself has room, and deleting mail does not help.
  { verdict: "limited", codes: ["ErrorQuotaExceeded"], says: /Cannot get ID from name/i },
  { verdict: "full", codes: ["ErrorQuotaExceeded", "QuotaExceeded", "quotaLimitReached", "InsufficientStorage"] },
  {
    verdict: "limited",
    codes: ["ErrorMessageSubmissionBlocked", "ErrorExceededMessageLimit", "ErrorSendAsDenied", "ErrorSubmissionQuotaExceeded"],
  },
  {
    verdict: "throttled",
    codes: [
      "TooManyRequests",
      "ApplicationThrottled",
      "activityLimitReached",
      "BandwidthLimitExceeded",
      "ErrorServerBusy",
      "ErrorTooManyObjectsOpened",
    ],
  },
];

/** The verdict on an answer: by its code where that is known, else by its status. @param says the sentence beside the code. */
export function verdictOf(status: number, code = "", says = ""): Verdict {
  if (status >= 200 && status < 300) return "done";
  if (status === 401) return "signed out";
  return verdictOfCode(code, says) ?? byStatus[status] ?? "later";
}

/** The verdict of a code alone, as it is kept of an earlier answer; null for one that no list names. */
export function verdictOfCode(code: string, says = ""): Verdict | null {
  const wanted = code.toLowerCase();
  const isRule = (rule: Rule) => rule.codes.some((one) => one.toLowerCase() === wanted) && (!rule.says || rule.says.test(says));
  return rules.find(isRule)?.verdict ?? null;
}

const byStatus: Record<number, Verdict> = {
  400: "refused",
  403: "refused",
  404: "missing",
  405: "refused",
  409: "conflict",
  410: "resync",
  412: "conflict",
  413: "unsendable",
  429: "throttled",
  // No room to write to.
  507: "full",
  509: "throttled",
};
