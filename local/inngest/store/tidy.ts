import type { Sql } from "./open-store";

const keptDays = 30;

/** Forgets runs and events that ended long ago, and start keys whose 24 hours are over. */
export async function tidy(sql: Sql) {
  await sql`delete from starts where expires_at < now()`;
  await sql`
    with old as (delete from runs where ended_at < now() - ${keptDays} * interval '1 day' returning id),
    steps_gone as (delete from steps s using old where s.run_id = old.id)
    delete from history h using old where h.run_id = old.id`;
  await sql`delete from events e where received_at < now() - ${keptDays} * interval '1 day' and not pending and not exists (select 1 from runs r where r.event_iid = e.iid)`;
}
