import { restCode } from "../../microsoft/rest-code";

/** What a refusal to send means, where Microsoft's code tells: by its own answer, or by a report about mail of ours. */
export type Limit = {
  /** Stands after "cannot send: ". */
  cause: string;
  /** Whose move it is, and what they do; the first words alone say it. */
  strong: string;
  rest: string;
  /** What an administrator of Microsoft 365 is asked to do, and where; null where nobody there can end it. */
  admin: string | null;
};

const blocked: Limit = {
  cause: "Microsoft blocks what it sends",
  strong: "Lift the block on it",
  rest: " in Microsoft Defender, under Restricted entities, once it is sure that nobody else sends from it. It takes up to an hour.",
  admin:
    "Please look at security.microsoft.com > Email & collaboration > Review > Restricted entities, and unblock the address there.",
};
const tooMany: Limit = {
  cause: "it wrote to more people than Microsoft allows in a day",
  strong: "Wait",
  rest: ". Microsoft counts the last 24 hours and lifts it by itself. Lower the daily limits of its campaigns.",
  admin: null,
};
const organisation: Limit = {
  cause: "Microsoft limits the whole organisation",
  strong: "Ask Microsoft’s support to lift it",
  rest: ": it holds back all mail of the organisation to others, whatever the mailbox.",
  admin:
    "Please look at the service health and the mail flow reports in admin.microsoft.com, and open a request with Microsoft support about this code.",
};
const sendAs: Limit = {
  cause: "it may not send under its own address",
  strong: "Let it send under this address",
  rest: " in the Exchange admin centre, or make the address its primary one.",
  admin: "Please check in admin.exchange.microsoft.com > Recipients > Mailboxes that this is the primary address of the mailbox.",
};
const denied: Limit = {
  cause: "Microsoft refuses Countersign access to it",
  strong: "Allow Countersign to use it",
  rest: ": a policy of Exchange keeps applications out of this mailbox.",
  admin:
    "Please check application access policies and client access settings (Get-CASMailbox) of this mailbox in Exchange Online.",
};
const properties: Limit = {
  cause: "its mailbox takes no new kind of mark",
  strong: "Ask Microsoft’s support to raise the quota of named properties",
  rest: ": other applications have used it up, and deleting mail does not help.",
  admin: "Please ask Microsoft support to raise the named property quota of this mailbox; it answers “Cannot get ID from name”.",
};
const rests: Limit = {
  cause: "Microsoft asked it to wait",
  strong: "Wait",
  rest: ". It asked too much of Microsoft in too little time, and goes on by itself.",
  admin: null,
};

const byCode: Record<string, Limit> = {
  ErrorMessageSubmissionBlocked: blocked,
  "5.1.8": blocked,
  ErrorExceededMessageLimit: tooMany,
  ErrorSubmissionQuotaExceeded: tooMany,
  "5.1.90": tooMany,
  "5.2.2": tooMany,
  "5.7.233": organisation,
  "5.7.705": organisation,
  "5.7.708": organisation,
  ErrorSendAsDenied: sendAs,
  ErrorAccessDenied: denied,
  Authorization_RequestDenied: denied,
  ErrorAccountDisabled: denied,
  ErrorQuotaExceeded: properties,
  [restCode]: rests,
};

/** Reports about an organisation as a whole; 5.7.5xx are many of one kind. */
const organisationCodes = /^5\.7\.(5\d\d|7\d\d|23\d)$/;

/** Null for a code that nobody knows. */
export function limitOf(code: string | null): Limit | null {
  if (code === null) return null;
  return byCode[code] ?? (organisationCodes.test(code) ? organisation : null);
}
