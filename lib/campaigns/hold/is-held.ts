import { type SQL, sql } from "drizzle-orm";

/** The hold of the enrolment `c` that stands at an instant, as what follows a from: `h.until`, null for until somebody decides. */
export function holdAt(now: Date): SQL {
  return sql`contact_holds h where h.campaign_contact_id = c.id and h.ended_at is null and (h.until is null or h.until > ${now.toISOString()}::timestamptz)`;
}
