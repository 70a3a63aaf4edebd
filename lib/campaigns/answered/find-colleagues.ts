import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { companyOf } from "../../contacts/company-of";

/**
 * The colleagues for whom an answer of somebody ends a campaign as well: in the campaign that was answered and in those that end for its writer
 * by it, where they stop for the whole company. @returns their enrolments.
 */
export async function findColleagues(
  tx: TeamTransaction,
  contactId: string,
  campaignContactId: string | null,
): Promise<string[]> {
  const [person] = await readRows<{ email: string; company: string | null }>(
    tx,
    sql`select email, company from contacts where id = ${contactId}`,
  );
  const { domain, name } = person ? companyOf(person) : { domain: null, name: null };
  if (domain === null && name === null) return [];
  const rows = await readRows<{ id: string }>(
    tx,
    sql`select c.id from campaign_contacts c join contacts p on p.id = c.contact_id
        where c.campaign_id in (select w.campaign_id from campaign_contacts w join campaign_settings g on g.campaign_id = w.campaign_id
            where w.contact_id = ${contactId} and g.reply_stops = 'company' and (w.id = ${campaignContactId}::uuid or w.status in ${anyOf(openStatuses)}))
          and c.status in ${anyOf(openStatuses)} and c.contact_id <> ${contactId}
          and (split_part(p.email_norm, '@', 2) = ${domain}::text or ${lowerCase(sql`normalize(trim(p.company))`)} = ${name}::text)
        order by c.id`,
  );
  return rows.map(({ id }) => id);
}
