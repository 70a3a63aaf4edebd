import { AppError } from "../errors/app-error";
import { log } from "../log/log";
import type { ConsentSecrets } from "../microsoft/tokens/begin-consent";
import {
  AdminConsentError,
  MailboxSignedOutError,
  needsAdmin,
  OperatorError,
  PartialConsentError,
} from "../microsoft/tokens/errors";
import { finishConsent } from "../microsoft/tokens/finish-consent";
import { findTenant } from "../team/find-tenant";
import { connectMailbox } from "./connect-mailbox";
import type { MailboxNotice } from "./describe-mailbox-notice";

type Answer = { code: string | null; error: string | null; description: string | null };

/** Ends a consent at Microsoft. @returns the word of the notice that the mailboxes page shows. */
export async function receiveConsent(
  scope: { teamId: string; memberId: string },
  answer: Answer,
  secrets: ConsentSecrets,
  now: Date,
): Promise<MailboxNotice> {
  if (needsAdmin(answer.description ?? "")) return "admin";
  if (answer.error || !answer.code) return answer.error === "access_denied" ? "declined" : "failed";
  try {
    const mailbox = await finishConsent(await findTenant(scope), answer.code, secrets);
    await connectMailbox(scope, mailbox, now);
    return "connected";
  } catch (error) {
    if (error instanceof AdminConsentError) return "admin";
    if (error instanceof PartialConsentError) return "partial";
    if (error instanceof OperatorError) return "operator";
    if (error instanceof AppError && error.code === "blocked") return "tenant";
    if (error instanceof MailboxSignedOutError) return "expired";
    log.error({ team: scope.teamId, reason: error instanceof Error ? error.message : "unknown" }, "a mailbox was not connected");
    return "failed";
  }
}
