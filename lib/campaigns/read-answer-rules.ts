import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import type { AnswerRules } from "../schedule/types";

/** @throws AppError "not_found". */
export async function readAnswerRules(tx: TeamTransaction, campaignId: string): Promise<AnswerRules> {
  const [row] = await readRows<AnswerRules>(
    tx,
    sql`select away_days as "awayDays", reply_stops as "replyStops" from campaign_settings where campaign_id = ${campaignId}`,
  );
  if (!row) throw new AppError("not_found");
  return row;
}
