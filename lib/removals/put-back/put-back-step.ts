import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { mostSteps } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { idOrNull, type Kept, putRows, rowsOf, templateThere } from "./put-rows";

/** A step at the place it had, or at the end where there are fewer now; those from there on move down. */
export async function putBackStep(tx: TeamTransaction, scope: Scope, kept: Kept[]): Promise<void> {
  const [step] = rowsOf(kept, "campaign_sequences");
  if (!step) throw new Error("A removed step was kept without its row.");
  const campaignId = String(step.campaign_id);
  const [campaign] = await readRows<{ status: string }>(
    tx,
    sql`select status from campaigns where id = ${campaignId} for update`,
  );
  if (!campaign)
    throw new AppError(
      "not_found",
      "The campaign of this step was deleted meanwhile. Take that back first. Nothing was changed.",
    );
  if (campaign.status !== "draft")
    throw new AppError("conflict", "This campaign was launched meanwhile, so its steps stay as they are. Nothing was changed.");
  const [count] = await readRows<{ steps: number }>(
    tx,
    sql`select count(*)::int as steps from campaign_sequences where campaign_id = ${campaignId}`,
  );
  const steps = count?.steps ?? 0;
  if (steps >= mostSteps)
    throw new AppError("blocked", `A campaign has at most ${mostSteps} steps. Remove another, then take this back.`);
  const place = Math.min(Number(step.sequence_order), steps + 1);
  // Places are unique at every moment, so all step aside first.
  await tx.execute(
    sql`update campaign_sequences set sequence_order = sequence_order + 1000 where campaign_id = ${campaignId} and sequence_order >= ${place}`,
  );
  await tx.execute(
    sql`update campaign_sequences set sequence_order = sequence_order - 999 where campaign_id = ${campaignId} and sequence_order > 1000`,
  );
  const templateId = await idOrNull(tx, step.template_id, templateThere);
  await putRows(tx, { table: "campaign_sequences", rows: [{ ...step, sequence_order: place, template_id: templateId }] });
  await tx.execute(sql`update campaigns set updated_by = ${scope.memberId} where id = ${campaignId}`);
}
