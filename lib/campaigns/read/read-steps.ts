import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { answeredStep, stands } from "./answered";

export type StepProgress = {
  id: string;
  order: number;
  name: string;
  sameThread: boolean;
  delayDays: number;
  delayHours: number;
  delayMinutes: number;
  sent: number;
  /** Those who answered this one first; over all steps, everybody of the campaign who was mailed and answered. */
  replied: number;
  /** Open contacts whose next mail is this step's. */
  waiting: number;
};

export async function readSteps(tx: TeamTransaction, campaignId: string): Promise<StepProgress[]> {
  return readRows<StepProgress>(
    tx,
    sql`with answered as (select ${answeredStep} as step from campaign_contacts c where c.campaign_id = ${campaignId} and ${stands.replied})
        select s.id, s.sequence_order as order, s.name, (s.sequence_order > 1 and trim(s.subject_template) = '') as "sameThread",
          s.delay_days as "delayDays", s.delay_hours as "delayHours", s.delay_minutes as "delayMinutes",
          (select count(*)::int from sent_emails e where e.campaign_id = s.campaign_id and e.sequence_step = s.sequence_order) as sent,
          (select count(*)::int from answered a where a.step = s.sequence_order) as replied,
          (select count(*)::int from campaign_contacts c where c.campaign_id = s.campaign_id and c.status in ${anyOf(openStatuses)}
             and c.current_sequence_step = s.sequence_order - 1) as waiting
        from campaign_sequences s where s.campaign_id = ${campaignId} order by s.sequence_order`,
  );
}
