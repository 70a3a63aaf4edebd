import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { log } from "../../log/log";
import { clearTrouble } from "../clear-trouble";
import { reportTrouble } from "../report-trouble";
import { createMsalApp, mailScopes } from "./create-msal-app";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError, translateAuthError, UnknownRefusalError } from "./errors";
import { holdMailbox } from "./hold-mailbox";
import { mailboxCache } from "./mailbox-cache";
import { markSignedOut } from "./mark-signed-out";

/** How long Microsoft is left alone after it refused in a way that no reconnecting mends. */
const pauseMs = { operator: 5 * 60_000, unknown: 15 * 60_000 };

/** Seen to pass by itself and seen to stay: the second time in a row it is for a person. */
const secondTimeCodes = ["AADSTS70000"];

type Mailbox = typeof senderAccounts.$inferSelect;

/** A token, and until when it is good, where Microsoft says. */
export type MailAccess = { token: string; goodUntil: Date | null };

/**
 * An access token for Graph's mail endpoints, refreshed when it ends within five minutes. One worker at a time refreshes.
 * @param how `fresh` asks Microsoft for another one although the one at hand has not run out; `again` also for a mailbox that was signed out.
 * @throws MailboxSignedOutError (the mailbox is then marked), OperatorError and UnknownRefusalError (it then pauses and says the code),
 * TokenUnavailableError (try again later).
 */
export async function acquireMailToken(
  scope: Scope,
  senderAccountId: string,
  now: Date = new Date(),
  how: { fresh?: boolean; again?: boolean } = {},
): Promise<string> {
  return (await acquireMailAccess(scope, senderAccountId, now, how)).token;
}

/** The same, with what else is known of the token. @throws as acquireMailToken. */
export async function acquireMailAccess(
  scope: Scope,
  senderAccountId: string,
  now: Date,
  how: { fresh?: boolean; again?: boolean },
): Promise<MailAccess> {
  const mailbox = await withTeam(
    scope,
    async (tx) => (await tx.select().from(senderAccounts).where(eq(senderAccounts.id, senderAccountId)))[0],
  );
  const isOpen = mailbox?.status === "connected" || (how.again === true && mailbox?.status === "signed_out");
  if (!mailbox?.tid || !isOpen) {
    throw new MailboxSignedOutError(mailbox?.statusReason ?? "it is not connected");
  }
  const { tid } = mailbox;
  if (isRefused(mailbox) && mailbox.troubleUntil && mailbox.troubleUntil > now)
    throw new TokenUnavailableError(`it was refused with ${mailbox.troubleCode}`, mailbox.troubleUntil);
  try {
    const access = await holdMailbox(scope, senderAccountId, async () => {
      const app = createMsalApp(tid, mailboxCache(scope, senderAccountId));
      const [account] = await app.getTokenCache().getAllAccounts();
      if (!account) throw new MailboxSignedOutError("its sign-in is missing");
      const result = await app.acquireTokenSilent({ account, scopes: mailScopes, forceRefresh: how.fresh === true });
      return { token: result.accessToken, goodUntil: result.expiresOn };
    });
    if (isRefused(mailbox)) await clearTrouble(scope, senderAccountId, now, "limited");
    return access;
  } catch (error) {
    const told = judgeAgain(error instanceof MailboxSignedOutError ? error : translateAuthError(error), mailbox);
    await note(scope, mailbox, told, now);
    throw told;
  }
}

/** Whether it was the token endpoint that refused last; what Exchange refuses is another matter. */
const isRefused = (mailbox: Mailbox) =>
  mailbox.trouble === "limited" && /^AADSTS|^invalid_client/.test(mailbox.troubleCode ?? "");

function judgeAgain(told: Error, mailbox: Mailbox): Error {
  const isSecond = told instanceof UnknownRefusalError && told.code === mailbox.troubleCode;
  return isSecond && secondTimeCodes.includes(told.code)
    ? new MailboxSignedOutError("Microsoft does not take its sign-in any more", told.code)
    : told;
}

/** Keeps what was refused where people look, so that it is neither asked in a loop nor forgotten. */
async function note(scope: Scope, mailbox: Mailbox, told: Error, now: Date) {
  if (told instanceof MailboxSignedOutError) {
    await markSignedOut(scope, mailbox.id, told.reason, mailbox.connectedAt, now, told.code);
    return;
  }
  log.error({ team: scope.teamId, mailbox: mailbox.id, reason: told.message }, "no mailbox token");
  if (!(told instanceof OperatorError || told instanceof UnknownRefusalError)) return;
  const until = new Date(now.getTime() + (told instanceof OperatorError ? pauseMs.operator : pauseMs.unknown));
  await reportTrouble(scope, mailbox.id, { trouble: "limited", code: told.code, until }, now);
}
