import { AuthError, InteractionRequiredAuthError } from "@azure/msal-node";

/** Microsoft wants the person back: nothing of this mailbox moves until somebody reconnects it. */
export class MailboxSignedOutError extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`Microsoft signed the mailbox out: ${reason}.`);
    this.name = "MailboxSignedOutError";
    this.reason = reason;
  }
}

/** Our own client id or secret is wrong: whoever runs Countersign must act, the mailboxes are sound. */
export class OperatorError extends Error {
  constructor(code: string) {
    super(`Microsoft refuses the app itself (${code}). Check MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET.`);
    this.name = "OperatorError";
  }
}

/** Microsoft did not answer, or another worker holds the token: trying again later is right. */
export class TokenUnavailableError extends Error {
  constructor(reason: string) {
    super(`No token at the moment: ${reason}.`);
    this.name = "TokenUnavailableError";
  }
}

/** An administrator of the organisation must allow mail access first. */
export class AdminConsentError extends Error {
  constructor() {
    super("An administrator of the organisation must consent first.");
    this.name = "AdminConsentError";
  }
}

/** The person, or a rule of the organisation, allowed only a part of what a mailbox needs. */
export class PartialConsentError extends Error {
  constructor() {
    super("Only a part of the access a mailbox needs was allowed.");
    this.name = "PartialConsentError";
  }
}

const operatorCodes = new Set(["invalid_client", "unauthorized_client"]);

/** Temporary, for a person or for the operator: decided here, once. Messages of MSAL can hold ids and are not passed on. */
export function translateAuthError(error: unknown): Error {
  if (!(error instanceof AuthError)) return error instanceof Error ? error : new Error("unknown");
  if (operatorCodes.has(error.errorCode) || /AADSTS7000(215|222)/.test(error.message)) return new OperatorError(error.errorCode);
  if (needsAdmin(error.message)) return new AdminConsentError();
  if (error instanceof InteractionRequiredAuthError || error.errorCode === "invalid_grant") {
    return new MailboxSignedOutError(describeReason(error.message));
  }
  return new TokenUnavailableError(error.errorCode);
}

export function needsAdmin(text: string): boolean {
  return /AADSTS(90094|900941|65001)/.test(text);
}

/** The cause in words, by the AADSTS code. */
function describeReason(message: string): string {
  const code = /AADSTS(\d+)/.exec(message)?.[1] ?? "";
  if (code === "50173" || code === "50133") return "the password was changed";
  if (["70008", "700082", "700084"].includes(code)) return "it was not used for too long";
  if (["50076", "50079", "50158", "53003"].includes(code)) return "the organisation asks for another proof";
  if (code === "65001") return "consent was withdrawn";
  return "access was withdrawn";
}
