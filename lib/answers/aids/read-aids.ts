import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { isModelConfigured } from "../../assistant/is-model-configured";
import type { Member } from "../../auth/member";
import { hasRight } from "../../auth/rights";
import { AppError } from "../../errors/app-error";
import { sanitizeHtml } from "../../mail/sanitize-html";
import { type MergeSource, mergeData } from "../../templates/render/merge-data";
import { TemplateError } from "../../templates/render/parse-template";
import { renderTemplate } from "../../templates/render/render-template";

/** A template as it would stand in an answer to this person. `missing`: fields that are not known of them. */
type Snippet = { id: string; name: string; body: string; missing: string[] };
export type Aids = { snippets: Snippet[]; modelConfigured: boolean; mayLift: boolean };

/** What helps somebody to answer in a thread: the templates that are switched on, filled for its person, and whether a model may be asked. @throws AppError "not_found". */
export function readAids(member: Member, threadId: string): Promise<Aids> {
  return withTeam(member, async (tx) => {
    const [source] = await readRows<MergeSource>(
      tx,
      sql`select json_build_object('firstName', p.first_name, 'lastName', p.last_name, 'name', p.name, 'email', p.email, 'company', p.company,
              'fields', p.fields) as contact,
            json_build_object('email', m.email, 'displayName', m.display_name) as mailbox, (select name from teams) as "teamName"
          from reply_threads t join contacts p on p.id = t.contact_id join sender_accounts m on m.id = t.sender_account_id where t.id = ${threadId}`,
    );
    if (!source) throw new AppError("not_found");
    const templates = await readRows<{ id: string; name: string; body: string }>(
      tx,
      sql`select t.id, t.name, t.template_content as body from email_templates t where t.is_active is true order by lower(t.name), t.id`,
    );
    return {
      snippets: templates.flatMap((template) => fill(template, source)),
      modelConfigured: isModelConfigured(),
      mayLift: hasRight(member.role, "suppressions:lift"),
    };
  });
}

/** Nothing of a template that cannot be read: its own page says why. */
function fill({ id, name, body }: { id: string; name: string; body: string }, source: MergeSource): Snippet[] {
  try {
    const filled = renderTemplate({ subject: "", body }, mergeData(source));
    return [{ id, name, body: sanitizeHtml(filled.body), missing: filled.missing }];
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
}
