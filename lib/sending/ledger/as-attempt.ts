import { eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { draftAttempts } from "@/db/schema/attempts";
import { lookupSettlesSeconds } from "./trace-thread";

/**
 * Makes a draft under a note of the attempt, which is committed before the call and taken back once it is known that nothing lies in the
 * mailbox which cannot be told by its key. Where no answer came, the note stays and the sweep looks: it says from when a stray may be.
 * @param make is given what takes the note back before its end.
 */
export async function asAttempt<T>(
  scope: Scope,
  sendKey: string,
  make: (settled: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const attemptId = crypto.randomUUID();
  await withTeam(scope, (tx) =>
    tx.execute(
      sql`insert into draft_attempts (id, delivery_id, sender_account_id)
          select ${attemptId}, id, sender_account_id from deliveries where send_key = ${sendKey}`,
    ),
  );
  const settled = async () => {
    await withTeam(scope, (tx) => tx.delete(draftAttempts).where(eq(draftAttempts.id, attemptId)));
  };
  const began = performance.now();
  const made = await make(settled);
  // An answer that comes so late may be of a draft that was not found any more, and was made anew.
  if (performance.now() - began < lookupSettlesSeconds * 1000) await settled();
  return made;
}
