import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { AppError } from "../errors/app-error";

/** Brings an archived campaign back among the others. @throws AppError "not_found". */
export async function restoreCampaign(scope: Scope, campaignId: string): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [back] = await tx
      .update(campaigns)
      .set({ archivedAt: null })
      .where(eq(campaigns.id, campaignId))
      .returning({ id: campaigns.id });
    if (!back) throw new AppError("not_found");
  });
}
