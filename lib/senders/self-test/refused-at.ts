import { describeAadsts } from "../../microsoft/tokens/aadsts";
import type { MailAccess } from "../../microsoft/tokens/acquire-mail-token";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../../microsoft/tokens/errors";
import type { Check, CheckResult } from "./checks";
import type { Tested } from "./read-tested";

const consentCodes = ["AADSTS65001", "AADSTS50105"];

/** Where in the order Microsoft's refusal of a token belongs; what stands before it holds, or Microsoft would have said so. */
export function refusedAt(error: unknown, own: Tested, ms: number): CheckResult[] {
  const code = codeOf(error) ?? own.code;
  const meaning = describeAadsts(code)?.meaning;
  const took = Math.round(ms);
  const failed = (check: Check): CheckResult => ({ check, passed: false, says: sayRefusal(error, own, code), ms: took });
  const account: CheckResult = { check: "account", passed: true, says: `${own.email}, in ${own.team}’s directory`, ms: null };
  if (code && consentCodes.includes(code)) return [account, failed("consent")];
  if (meaning === "app_removed") return [account, failed("consent")];
  if (meaning === "user_gone" || meaning === "tenant_gone") return [failed("account")];
  return [account, { check: "consent", passed: true, says: "nothing says otherwise", ms: null }, failed("sign-in")];
}

function codeOf(error: unknown): string | null {
  if (error instanceof MailboxSignedOutError || error instanceof OperatorError) return error.code;
  return null;
}

function sayRefusal(error: unknown, own: Tested, code: string | null): string {
  const named = code ? ` (${code})` : "";
  if (error instanceof MailboxSignedOutError) {
    const known = describeAadsts(code)?.reason;
    return `${known ?? own.statusReason ?? error.reason}${named}`;
  }
  if (error instanceof OperatorError) return `Countersign’s own sign-in to Microsoft is broken${named}`;
  if (error instanceof TokenUnavailableError) return error.message.replace(/\.$/, "");
  return "Microsoft could not be reached";
}

export function saySignIn(access: MailAccess, now: Date, clock: (at: Date) => string): string {
  return `renewed ${clock(now)}${access.goodUntil ? `, good until ${clock(access.goodUntil)}` : ""}`;
}
