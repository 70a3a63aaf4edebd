import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { backToDrafts } from "../back-to-drafts";
import { wakeRuns } from "../wake-runs";
import { stopInside } from "./stop-signing";

/** `left`: their mail was handed to Exchange before, so their signature stays. */
export type TakenBack = { taken: number; left: number };

/**
 * Takes an order back as one: stops it if it is under way, then takes back every signature it gave that still holds and whose mail has not
 * left, some at a time so that sending is never held up for long. What another person signed anew since is not of this order. Called again
 * after a crash it goes on. @throws AppError "not_found".
 */
export async function takeBackSigning(scope: Scope, jobId: string, now: Date, limit = 1000): Promise<TakenBack> {
  await withTeam(scope, (tx) => stopInside(tx, jobId, now));
  let taken = 0;
  let looked = 0;
  for (let after: string | null | undefined; after !== null; ) {
    const from: string | null = after ?? null;
    const batch: { looked: number; taken: number; after: string | null } = await withTeam(scope, async (tx) => {
      const given = sql`select draft_id as id from signatures where job_id = ${jobId} and voided_at is null`;
      const some = await readRows<{ id: string }>(
        tx,
        sql`${given} and (${from}::uuid is null or draft_id > ${from}::uuid) order by draft_id limit ${limit}`,
      );
      const drafts = sql.param(some.map(({ id }) => id));
      await tx.execute(sql`select 1 from email_drafts where id = any(${drafts}::uuid[]) order by id for update`);
      // Read anew behind the lock: what somebody took back and signed meanwhile bears their signature now.
      const ids = (await readRows<{ id: string }>(tx, sql`${given} and draft_id = any(${drafts}::uuid[])`)).map(({ id }) => id);
      const returned = await backToDrafts(tx, scope, ids, "Taken back", now);
      await wakeRuns(tx, scope.teamId, returned, now);
      return { looked: ids.length, taken: returned.length, after: some.length === limit ? (some.at(-1)?.id ?? null) : null };
    });
    taken += batch.taken;
    looked += batch.looked;
    after = batch.after;
  }
  return { taken, left: looked - taken };
}
