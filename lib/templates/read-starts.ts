import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { readOwnFields } from "./read-own-fields";
import { offeredFields } from "./render/standard-fields";

/** What a text written by hand can start from, and the fields it can name. */
export type Starts = { templates: { id: string; name: string; subject: string; body: string }[]; fields: string[] };

/** The templates that are switched on, with their texts, by name; and the merge fields that contacts of the team have. */
export function readStarts(scope: Scope): Promise<Starts> {
  return withTeam(scope, async (tx) => ({
    templates: await readRows<Starts["templates"][number]>(
      tx,
      sql`select t.id, t.name, t.subject_template as subject, t.template_content as body
          from email_templates t where t.is_active is true order by lower(t.name), t.id`,
    ),
    fields: offeredFields(await readOwnFields(tx)),
  }));
}
