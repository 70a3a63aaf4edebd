import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import type { SendingRules, Weekday } from "../schedule/types";

/** The sending rules of a campaign. @throws AppError "not_found". */
export async function readSendingRules(tx: TeamTransaction, campaignId: string): Promise<SendingRules> {
  type Row = {
    windowStart: string;
    windowEnd: string;
    days: Weekday[];
    timeZone: string;
    dailyLimit: number;
    spacingSeconds: number;
  };
  const [row] = await readRows<Row>(
    tx,
    sql`select send_window_start::text as "windowStart", send_window_end::text as "windowEnd", send_days as days, timezone as "timeZone",
          daily_limit as "dailyLimit", delay_between_emails_seconds as "spacingSeconds"
        from campaign_settings where campaign_id = ${campaignId}`,
  );
  if (!row) throw new AppError("not_found");
  return row;
}
