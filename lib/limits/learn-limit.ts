import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { limitLessons } from "@/db/schema/limits";
import type { LearnedLimit } from "@/db/schema/words";
import { recordActivity } from "../events/record-activity";
import { readUse } from "./read-use";

/** The limit that a code of Microsoft says is reached: of the organisation's mail to others, or of a mailbox's day. */
const byCode: Record<string, LearnedLimit> = {
  "5.7.233": "outside",
  "5.1.90": "mailbox day",
  "5.2.2": "mailbox day",
  ErrorExceededMessageLimit: "mailbox day",
  ErrorSubmissionQuotaExceeded: "mailbox day",
};

/** A mail from this mailbox was refused. `sentAt`: when it was submitted; `at`: when we were told. */
type Refused = { senderAccountId: string; code: string; sentAt: Date; at: Date };

/**
 * Learns from a refusal how much of ours fits under a limit: what had left in the 24 hours before the refused mail. Once an event: of many mails that were under way
 * then each is refused, one after another for two days, and they tell nothing new. Other codes teach nothing.
 */
export async function learnLimit(
  tx: TeamTransaction,
  scope: Scope,
  { senderAccountId, code, sentAt, at }: Refused,
): Promise<void> {
  const kind = byCode[code];
  if (!kind) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('lesson:' || current_setting('app.team_id'), 0))`);
  const since = new Date(at.getTime() - 24 * 3_600_000);
  const of = kind === "outside" ? sql`true` : sql`l.sender_account_id = ${senderAccountId}`;
  const known = await readRows(
    tx,
    sql`select l.id from limit_lessons l where l.kind = ${kind} and ${of}
          and (l.at > ${since.toISOString()}::timestamptz or l.at >= ${sentAt.toISOString()}::timestamptz) limit 1`,
  );
  if (known.length > 0) return;
  const used = await readUse(tx, kind === "outside" ? "outside" : "mailbox", senderAccountId, sentAt, sentAt);
  await tx.insert(limitLessons).values({ kind, senderAccountId, at, used, code });
  await recordActivity(tx, scope, { verb: "learned a limit", at, detail: { senderAccountId, kind, used, code } });
}
