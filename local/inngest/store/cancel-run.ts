import { endRuns } from "./end-runs";
import type { Sql } from "./open-store";

/** Cancels one run. A call that is under way goes on to its end, and its answer is dropped. Returns undefined for an unknown run. */
export async function cancelRun(sql: Sql, id: string, now: Date): Promise<boolean | undefined> {
  return sql.begin(async (tx) => {
    const [run] = await tx<{ id: string; functionId: string; event: string; eventName: string }[]>`
      select r.id, r.function_id as "functionId", e.body as event, e.name as "eventName" from runs r join events e on e.iid = r.event_iid where r.id = ${id}`;
    if (!run) return undefined;
    const ended = await endRuns(tx, [{ run, status: "Cancelled" }], now);
    await tx`notify inngest_executor`;
    return ended.size > 0;
  });
}
