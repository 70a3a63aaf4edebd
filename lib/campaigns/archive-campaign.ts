import { and, eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaigns } from "@/db/schema/campaigns";
import { AppError } from "../errors/app-error";

/**
 * Puts a finished campaign away: it stands among the archived alone, and keeps all that it sent. One that was put away already stays as it is.
 * @throws AppError "not_found", "conflict" while it is not finished.
 */
export async function archiveCampaign(scope: Scope, campaignId: string, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [put] = await tx
      .update(campaigns)
      .set({ archivedAt: now })
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.status, "completed"), isNull(campaigns.archivedAt)))
      .returning({ id: campaigns.id });
    if (put) return;
    const [there] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
    if (!there) throw new AppError("not_found");
    if (there.status !== "completed")
      throw new AppError("conflict", "Only a finished campaign can be archived. Nothing was changed; end it first.");
  });
}
