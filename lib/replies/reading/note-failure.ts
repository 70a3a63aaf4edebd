import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSyncs, senderAccounts } from "@/db/schema/senders";
import type { MailboxTrouble } from "@/db/schema/words";
import { log } from "../../log/log";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { isGraphError, isMailboxMissing } from "../../microsoft/graph/reading-faults";
import { recheckMailbox } from "../../microsoft/recheck-mailbox";
import { reportTrouble } from "../../microsoft/report-trouble";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../../microsoft/tokens/errors";
import { StuckPageError } from "./read-changes";

/** A fault that lasts so long is shown; before that it usually passes. */
const lastsMinutes = 5;
const restMinutes = { no_licence: 10, full: 15, unreadable: 5, limited: 60 } as const satisfies Record<MailboxTrouble, number>;

/**
 * What it means that a mailbox could not be read. The next look tries again by itself, so nothing is thrown for what Microsoft answers.
 * @returns Microsoft's word for it; null where the mailbox waits for a person or a token, which is noted elsewhere.
 * @throws what is no answer of Microsoft.
 */
export async function noteFailure(scope: Scope, senderAccountId: string, error: unknown, now: Date): Promise<string | null> {
  if (error instanceof TokenUnavailableError || error instanceof OperatorError) return null;
  const answer = answerOf(error);
  const code = error instanceof StuckPageError ? error.code : answer.code || `HTTP ${answer.status}`;
  if (isMailboxMissing(code)) return trouble(scope, senderAccountId, "no_licence", code, now);
  if (code === "ErrorQuotaExceeded") return trouble(scope, senderAccountId, "full", code, now);
  const isRefused = answer.verdict === "signed out" || answer.status === 403;
  if (error instanceof MailboxSignedOutError || (isRefused && (await isClosed(scope, senderAccountId, now)))) return null;
  if (!(error instanceof StuckPageError || isGraphError(error))) throw error;
  log.warn({ team: scope.teamId, mailbox: senderAccountId, code }, "a mailbox could not be read");
  const since = await noteCode(scope, senderAccountId, code, now);
  if (now.getTime() - since.getTime() > lastsMinutes * 60_000 && (await isFree(scope, senderAccountId)))
    await trouble(scope, senderAccountId, "unreadable", code, now);
  return code;
}

async function trouble(scope: Scope, senderAccountId: string, kind: MailboxTrouble, code: string, now: Date) {
  const until = new Date(now.getTime() + restMinutes[kind] * 60_000);
  await reportTrouble(scope, senderAccountId, { trouble: kind, code, until }, now);
  return code;
}

/** @returns since when reading fails. */
async function noteCode(scope: Scope, senderAccountId: string, error: string, now: Date): Promise<Date> {
  const failingSince = sql`coalesce(${mailboxSyncs.failingSince}, ${now.toISOString()}::timestamptz)`;
  const [row] = await withTeam(scope, (tx) =>
    tx
      .insert(mailboxSyncs)
      .values({ senderAccountId, error, failingSince: now })
      .onConflictDoUpdate({ target: mailboxSyncs.senderAccountId, set: { error, failingSince } })
      .returning({ since: mailboxSyncs.failingSince }),
  );
  return row?.since ?? now;
}

/** A trouble of sending is the graver one, and is not to be lifted when reading works again. */
async function isFree(scope: Scope, senderAccountId: string): Promise<boolean> {
  const [row] = await withTeam(scope, (tx) =>
    tx.select({ trouble: senderAccounts.trouble }).from(senderAccounts).where(eq(senderAccounts.id, senderAccountId)),
  );
  return row?.trouble === null || row?.trouble === "unreadable";
}

/** A mailbox that Microsoft closed is marked at the next look into it, not when its token ends. */
async function isClosed(scope: Scope, senderAccountId: string, now: Date): Promise<boolean> {
  try {
    await recheckMailbox(scope, senderAccountId, now);
    return false;
  } catch (error) {
    if (error instanceof MailboxSignedOutError || error instanceof TokenUnavailableError || error instanceof OperatorError)
      return true;
    throw error;
  }
}
