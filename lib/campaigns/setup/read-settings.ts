import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignSettings } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";

/** The rules of a campaign as their row stands. @throws AppError "not_found". */
export async function readSettings(tx: TeamTransaction, campaignId: string) {
  const [row] = await tx.select().from(campaignSettings).where(eq(campaignSettings.campaignId, campaignId));
  if (!row) throw new AppError("not_found");
  return row;
}
