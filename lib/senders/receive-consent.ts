import { AppError } from "../errors/app-error";
import { log } from "../log/log";
import { NoMailboxError } from "../microsoft/open-mailbox";
import type { ConsentSecrets } from "../microsoft/tokens/begin-consent";
import { AdminConsentError, MailboxSignedOutError, OperatorError, PartialConsentError } from "../microsoft/tokens/errors";
import { finishConsent, NoAddressError } from "../microsoft/tokens/finish-consent";
import { type ConsentParameters, readConsentAnswer } from "../microsoft/tokens/read-consent-answer";
import { findTenant } from "../team/find-tenant";
import { connectMailbox } from "./connect-mailbox";
import type { MailboxNotice } from "./describe-mailbox-notice";

/** The word of the notice that the mailboxes page shows, and Microsoft's code where the sentence names it. */
export type Received = { notice: MailboxNotice; code?: string };

/** Ends a consent at Microsoft. A mailbox that cannot be used is refused with its reason, and nothing of it is kept. */
export async function receiveConsent(
  scope: { teamId: string; memberId: string },
  answer: ConsentParameters,
  secrets: ConsentSecrets,
  now: Date,
): Promise<Received> {
  const read = readConsentAnswer(answer);
  if (read !== "granted" || !answer.code) return { notice: notices[read] };
  try {
    const mailbox = await finishConsent(await findTenant(scope), answer.code, secrets);
    await connectMailbox(scope, mailbox, now);
    return { notice: "connected" };
  } catch (error) {
    if (error instanceof NoMailboxError) return { notice: "no-mailbox", code: error.code };
    if (error instanceof NoAddressError) return { notice: "no-address" };
    if (error instanceof AdminConsentError) return { notice: "admin" };
    if (error instanceof PartialConsentError) return { notice: "partial" };
    if (error instanceof AppError && error.code === "blocked") return { notice: "tenant" };
    if (error instanceof MailboxSignedOutError) return { notice: "expired" };
    log.error({ team: scope.teamId, reason: error instanceof Error ? error.message : "unknown" }, "a mailbox was not connected");
    return { notice: error instanceof OperatorError ? "operator" : "failed" };
  }
}

/** What an administrator's link came back with. @returns the word of the notice. */
export function receiveAdminConsent(answer: ConsentParameters): MailboxNotice {
  const read = readConsentAnswer(answer);
  return read === "granted" ? "consented" : notices[read];
}

const notices = {
  granted: "failed",
  administrator: "admin",
  declined: "declined",
  left: "left",
  other_tenant: "tenant",
  retry: "failed",
} as const;
