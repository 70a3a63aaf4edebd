import { eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { letters } from "@/db/schema/letters";
import { withExchange } from "@/db/schema/words";
import type { LetterRow } from "../../letters/lock-letter";

/**
 * The answer that somebody writes in a thread, or has signed and that has not left; null where there is none.
 * @param only "draft" leaves out what is signed.
 */
export async function findOwn(
  tx: TeamTransaction,
  memberId: string,
  threadId: string,
  only: "draft" | "any",
): Promise<LetterRow | null> {
  const [own] = await readRows<{ id: string }>(
    tx,
    sql`select l.id from letters l join single_mails h on h.letter_id = l.id join email_drafts d on d.id = h.draft_id
        where l.thread_id = ${threadId} and l.written_by = ${memberId} and l.discarded_at is null and h.ended_reason is null and d.rejected_at is null
          and d.status in ('draft', 'approved', 'scheduled') and (d.status = 'draft' or ${only === "any"}::boolean)
          and not exists (select 1 from deliveries v where v.draft_id = d.id and v.state in ${anyOf(withExchange)})
        order by d.status = 'draft' desc, l.created_at desc limit 1`,
  );
  if (!own) return null;
  const [letter] = await tx.select().from(letters).where(eq(letters.id, own.id));
  return letter ?? null;
}

/** One after the other: two windows of one person never begin two answers in a thread. Taken before anything else is locked. */
export async function lockOwn(tx: TeamTransaction, memberId: string, threadId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('answer:' || ${threadId} || ${memberId}, 0))`);
}
