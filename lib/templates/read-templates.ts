import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";

export type TemplateLine = { id: string; name: string; on: boolean; steps: number; changedAt: Date };

/** The library: those switched on first, each half with the last changed on top. `steps` is how many started from it. */
export async function readTemplates(scope: Scope): Promise<TemplateLine[]> {
  const rows = await withTeam(scope, (tx) =>
    readRows<{ id: string; name: string; on: boolean; steps: number; at: string }>(
      tx,
      sql`select t.id, t.name, t.is_active is true as "on", t.updated_at as at,
                 (select count(*)::int from campaign_sequences s where s.template_id = t.id) as steps
          from email_templates t order by t.is_active is not true, t.updated_at desc, t.id`,
    ),
  );
  return rows.map(({ at, ...row }) => ({ ...row, changedAt: instantOf(at) }));
}
