import { AuthError, InteractionRequiredAuthError, ServerError } from "@azure/msal-node";
import { GraphClientError } from "@microsoft/microsoft-graph-client";
import { describeAadsts } from "./aadsts";

/**
 * What acquiring a token throws. Graph's library makes an error of its own out of all that is thrown while it asks for a token, but
 * for those of this class; they come through it as they are.
 */
class TokenError extends GraphClientError {
  constructor(message: string) {
    super(message);
    // The library's constructor makes every error one of its own class.
    Object.setPrototypeOf(this, new.target.prototype);
  }
}

/** Microsoft wants a person: nothing of this mailbox moves until somebody reconnects it. `code` is Microsoft's own, where it gave one. */
export class MailboxSignedOutError extends TokenError {
  readonly reason: string;
  readonly code: string | null;
  constructor(reason: string, code: string | null = null) {
    super(`Microsoft signed the mailbox out: ${reason}${code ? ` (${code})` : ""}.`);
    this.name = "MailboxSignedOutError";
    this.reason = reason;
    this.code = code;
  }
}

/** Our own client id or secret is wrong: whoever runs Countersign must act, the mailboxes are sound. */
export class OperatorError extends TokenError {
  readonly code: string;
  constructor(code: string) {
    const advice = describeAadsts(code)?.move ?? "Check MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET.";
    super(`Countersign's own sign-in to Microsoft is broken (${code}). ${advice}`);
    this.name = "OperatorError";
    this.code = code;
  }
}

/** Microsoft did not answer, or another worker holds the token: trying again later is right. */
export class TokenUnavailableError extends TokenError {
  /** When Microsoft is asked again, where that is known; before, nobody need try. */
  readonly until: Date | null;
  constructor(reason: string, until: Date | null = null) {
    super(`No token at the moment: ${reason}.`);
    this.name = "TokenUnavailableError";
    this.until = until;
  }
}

/** Microsoft refuses with a code that is in no list: the mailbox pauses, says the code and is tried again. */
export class UnknownRefusalError extends TokenUnavailableError {
  readonly code: string;
  constructor(code: string) {
    super(`Microsoft refuses with ${code}`);
    this.name = "UnknownRefusalError";
    this.code = code;
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

/** Whatever their code, these say that only the person can go on. */
const personWords = new Set([
  "bad_token",
  "token_expired",
  "consent_required",
  "basic_action",
  "additional_action",
  "user_password_expired",
]);

/** For a person, for the operator, temporary, or unknown: decided here, once. Messages of MSAL can hold ids and are not passed on. */
export function translateAuthError(error: unknown): Error {
  if (!(error instanceof AuthError)) return error instanceof Error ? error : new Error("unknown");
  const code = /AADSTS\d+/.exec(error.errorMessage)?.[0] ?? null;
  const known = describeAadsts(code);
  if (known?.meaning === "operator") return new OperatorError(code ?? error.errorCode);
  if (known?.meaning === "later") return new TokenUnavailableError(code ?? error.errorCode);
  if (known) return new MailboxSignedOutError(known.reason, code);
  if (personWords.has(error.subError)) return new MailboxSignedOutError("access was withdrawn", code);
  if (isBusy(error)) return new TokenUnavailableError(code ?? error.errorCode);
  if (code) return new UnknownRefusalError(code);
  if (error.errorCode === "invalid_client") return new OperatorError(error.errorCode);
  if (error instanceof InteractionRequiredAuthError || error.errorCode === "invalid_grant")
    return new MailboxSignedOutError("access was withdrawn");
  return new TokenUnavailableError(error.errorCode);
}

const isBusy = (error: AuthError) => error instanceof ServerError && (error.status === 429 || (error.status ?? 0) >= 500);
