import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { findColleagues } from "./find-colleagues";

/**
 * Locks every enrolment of a person, and those of the colleagues for whom an answer of theirs ends a campaign as well, in the order in which
 * everybody takes them: two answers of one person, or of two of a company, are taken in one after the other.
 */
export async function lockAnswered(
  tx: TeamTransaction,
  contactId: string,
  campaignContactId: string | null,
  writer: string | null = null,
): Promise<void> {
  await lockEnrolments(tx, contactId, await findColleagues(tx, contactId, campaignContactId), writer);
}

/** Those of a person, some of others, and all of another contact who wrote in their thread. */
export async function lockEnrolments(
  tx: TeamTransaction,
  contactId: string,
  others: string[] = [],
  writer: string | null = null,
): Promise<void> {
  await tx.execute(
    sql`select 1 from campaign_contacts where contact_id in (${contactId}, ${writer}::uuid) or id = any(${sql.param(others)}::uuid[]) order by id for no key update`,
  );
}
