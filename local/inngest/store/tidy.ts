import type { Sql } from "./open-store";

/** A mailbox is read every minute, which is a run and three events: what went well is of interest for a week, what failed for a month. */
const keptDays = { Completed: 7, Cancelled: 7, Failed: 30 } as const;

/** Forgets runs and events that ended long ago, and start keys whose 24 hours are over. */
export async function tidy(sql: Sql) {
  await sql`delete from starts where expires_at < now()`;
  for (const [status, days] of Object.entries(keptDays)) {
    await sql`
      with old as (delete from runs where status = ${status} and ended_at < now() - ${days} * interval '1 day' returning id),
      steps_gone as (delete from steps s using old where s.run_id = old.id)
      delete from history h using old where h.run_id = old.id`;
  }
  await sql`delete from events e where received_at < now() - ${keptDays.Completed} * interval '1 day' and not pending and not exists (select 1 from runs r where r.event_iid = e.iid)`;
}
