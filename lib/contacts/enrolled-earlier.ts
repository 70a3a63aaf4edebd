import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { openStatuses, underWay } from "@/db/schema/words";

/** The condition that the enrolment `x` in the campaign `k` goes before the enrolment `c` of the same contact: it is under way, and began earlier. */
export const enrolledEarlier: SQL = sql`x.contact_id = c.contact_id and x.id <> c.id and x.status in ${anyOf(openStatuses)}
    and k.status in ${anyOf(underWay)} and (x.enrolled_at, x.id) < (c.enrolled_at, c.id)`;

/** The name of the campaign that goes before the enrolment `c`, of several the first; null for none. */
export const elsewhereIn: SQL = sql`(select k.name from campaign_contacts x join campaigns k on k.id = x.campaign_id
    where ${enrolledEarlier} order by x.enrolled_at, x.id limit 1)`;
