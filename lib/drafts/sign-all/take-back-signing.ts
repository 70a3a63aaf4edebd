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
    const from = after ?? null;
    const some = await withTeam(scope, async (tx) => {
      const signed = await readRows<{ id: string }>(
        tx,
        sql`select draft_id as id from signatures where job_id = ${jobId} and voided_at is null
              and (${from}::uuid is null or draft_id > ${from}::uuid) order by draft_id limit ${limit}`,
      );
      const ids = signed.map(({ id }) => id);
      const returned = await backToDrafts(tx, scope, ids, "Taken back", now);
      await wakeRuns(tx, scope.teamId, returned, now);
      return { looked: ids.length, taken: returned.length, last: ids.at(-1) };
    });
    taken += some.taken;
    looked += some.looked;
    after = some.looked === limit ? (some.last ?? null) : null;
  }
  return { taken, left: looked - taken };
}
