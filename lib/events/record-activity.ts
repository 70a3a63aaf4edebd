import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { type Activity, activities } from "@/db/schema/events";

/**
 * Writes who did what, in the transaction in which it is done. The only way into the record, which is never changed again:
 * what a verb tells stands beside the table.
 */
export async function recordActivity(tx: TeamTransaction, scope: Scope, activity: Activity & { at: Date }): Promise<void> {
  await tx.insert(activities).values({ ...activity, memberId: scope.memberId });
}
