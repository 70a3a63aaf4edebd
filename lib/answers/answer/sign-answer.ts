import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { threadKinds } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { signMails } from "../../letters/sign-mails";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatTime } from "../../schedule/words/format-time";
import { lockThread } from "../../threads/lock-thread";
import type { ThreadRow } from "../../threads/thread-row";
import { findColleaguesAnswer } from "./find-colleagues-answer";
import { lockAnswer } from "./lock-answer";

/**
 * `hash`: of exactly the mail that was shown; `threadVersion`: of the thread as it was shown above it; `answered`: the draft of what a colleague had answered by then.
 */
type Given = { letterId: string; draftId: string; hash: string; threadVersion: number; answered?: string | null | undefined };
/** `takeBackUntil`: ISO text. */
export type SentAnswer = { takeBackUntil: string };

/**
 * Signs an answer, which leaves in some seconds. Whoever wrote meanwhile is read first: the thread is locked, and so is what its next message would send
 * back, so that either finds the other. Of two colleagues who answer at once the second is told of the first.
 * @throws AppError "not_found", "conflict" where they wrote or a colleague answered since it was shown, or the mail is another one, "blocked" with the check that forbids it.
 */
export function signAnswer(member: Member, given: Given, now: Date): Promise<SentAnswer> {
  const { letterId, draftId, hash, threadVersion, answered = null } = given;
  return withTeam(member, async (tx) => {
    const letter = await lockAnswer(tx, letterId);
    const allow = async () => {
      const thread = await lockSeen(tx, member, { threadId: letter.threadId, threadVersion }, now);
      await refuseAnswered(tx, member, thread, answered, now);
    };
    const { takeBackUntil } = await signMails(tx, member, letter, [{ draftId, hash }], now, allow);
    return { takeBackUntil };
  });
}

/** Two answers of two people are one too many; whoever has seen the first may still send the second. */
async function refuseAnswered(
  tx: TeamTransaction,
  member: Member,
  thread: ThreadRow,
  seen: string | null,
  now: Date,
): Promise<void> {
  const other = await findColleaguesAnswer(tx, member.memberId, thread);
  if (!other || other.draftId === seen) return;
  throw new AppError(
    "conflict",
    `${other.by} answered${sayWhen(new Date(other.at), member, now)}. Look at that first; your answer is kept and was not sent.`,
  );
}

const sayWhen = (at: Date | null, { timezone: timeZone }: Member, now: Date) =>
  at ? ` ${formatTime(toTemporal(at), { now: toTemporal(now), timeZone })}` : "";

async function lockSeen(
  tx: TeamTransaction,
  member: Member,
  { threadId, threadVersion }: { threadId: string; threadVersion: number },
  now: Date,
): Promise<ThreadRow> {
  const { row: thread } = await lockThread(tx, threadId);
  if (thread.version === threadVersion) return thread;
  const [newest] = await readRows<{ who: string; at: string; line: string | null }>(
    tx,
    sql`select coalesce(p.first_name, p.name, p.email) as who, n.received_at as at, left(n.snippet, 80) as line
        from mailbox_messages n join contacts p on p.id = n.contact_id
        where n.contact_id = ${thread.contactId} and n.sender_account_id = ${thread.senderAccountId} and n.kind in ${anyOf(threadKinds)}
        order by n.received_at desc, n.id limit 1`,
  );
  const when = sayWhen(instantOf(newest?.at ?? null), member, now);
  const line = newest?.line ? `: “${newest.line}”` : "";
  throw new AppError(
    "conflict",
    `${newest?.who ?? "They"} wrote again${when}${line}. Read that first; your answer is kept and was not sent.`,
  );
}
