import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSyncs, senderAccounts } from "@/db/schema/senders";
import type { ReadFolder } from "@/db/schema/words";
import { log } from "../../log/log";
import { answerOf, type GraphAnswer } from "../../microsoft/graph/graph-answer";
import { isGraphError } from "../../microsoft/graph/reading/reading-faults";
import { pauseMailbox } from "../../microsoft/pause-mailbox";
import { recheckMailbox } from "../../microsoft/recheck-mailbox";
import { reportTrouble } from "../../microsoft/report-trouble";
import { MailboxSignedOutError, OperatorError, TokenUnavailableError } from "../../microsoft/tokens/errors";
import { StuckPageError } from "./looking";
import type { PlaceOf } from "./place";

/** A fault that lasts so long is shown; before that it usually passes. */
const lastsMinutes = 5;
const restMinutes = 5;

/**
 * What it means that a mailbox could not be read. The next look tries again by itself, so nothing is thrown for what Microsoft answers.
 * @returns Microsoft's word for it; null where the mailbox waits for a person or a token, which is noted elsewhere.
 * @throws what is no answer of Microsoft.
 */
export async function noteFailure(
  scope: Scope,
  senderAccountId: string,
  { error, folder = "inbox" }: { error: unknown; folder?: ReadFolder },
  now: Date,
): Promise<string | null> {
  if (error instanceof TokenUnavailableError || error instanceof OperatorError) return null;
  const answer = answerOf(error);
  const code = error instanceof StuckPageError ? error.code : answer.code || `HTTP ${answer.status}`;
  if (error instanceof MailboxSignedOutError) return null;
  const second = await lookAgain(scope, senderAccountId, answer, now);
  if (second === "closed") return null;
  if (second === "in trouble") return code;
  if (!(error instanceof StuckPageError || isGraphError(error))) throw error;
  log.warn({ team: scope.teamId, mailbox: senderAccountId, code }, "a mailbox could not be read");
  const since = await noteCode(scope, { senderAccountId, folder }, code, now);
  if (now.getTime() - since.getTime() > lastsMinutes * 60_000 && (await isFree(scope, senderAccountId)))
    await reportTrouble(scope, senderAccountId, { trouble: "unreadable", code, until: after(now) }, now);
  return code;
}

const after = (now: Date) => new Date(now.getTime() + restMinutes * 60_000);

/** @returns since when reading fails. */
async function noteCode(scope: Scope, of: PlaceOf, error: string, now: Date): Promise<Date> {
  const failingSince = sql`coalesce(${mailboxSyncs.failingSince}, ${now.toISOString()}::timestamptz)`;
  const [row] = await withTeam(scope, (tx) =>
    tx
      .insert(mailboxSyncs)
      .values({ ...of, error, failingSince: now })
      .onConflictDoUpdate({ target: [mailboxSyncs.senderAccountId, mailboxSyncs.folder], set: { error, failingSince } })
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

/**
 * What a refusal says about the whole mailbox. One that Microsoft closed is marked now, not when its token ends; and since Exchange is
 * known to say of a sound mailbox, at random, that there is none, it is opened before that is believed.
 */
async function lookAgain(
  scope: Scope,
  senderAccountId: string,
  answer: GraphAnswer,
  now: Date,
): Promise<"closed" | "in trouble" | "nothing known"> {
  const { verdict, status } = answer;
  try {
    if (verdict === "no licence" || verdict === "full" || verdict === "limited")
      return (await pauseMailbox(scope, senderAccountId, answer, now)) ? "in trouble" : "nothing known";
    if (verdict === "signed out" || status === 403) await recheckMailbox(scope, senderAccountId, now);
    return "nothing known";
  } catch (error) {
    if (error instanceof MailboxSignedOutError || error instanceof TokenUnavailableError || error instanceof OperatorError)
      return "closed";
    // Too busy to answer the second question: the next look asks again.
    if (isGraphError(error)) return "nothing known";
    throw error;
  }
}
