import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { idOrNull, type Kept, putRows, rowsOf, templateThere } from "./put-rows";

/** A campaign with its rules and its steps. */
export async function putBackCampaign(tx: TeamTransaction, kept: Kept[]): Promise<void> {
  const [campaign] = rowsOf(kept, "campaigns");
  if (!campaign) throw new Error("A removed campaign was kept without its row.");
  const listId = await idOrNull(tx, campaign.list_id, (id) => sql`select 1 from contact_lists where id = ${id} for key share`);
  const mailbox = await idOrNull(
    tx,
    campaign.sender_account_id,
    (id) => sql`select 1 from sender_accounts where id = ${id} and status <> 'removed' for key share`,
  );
  await putRows(tx, { table: "campaigns", rows: [{ ...campaign, list_id: listId, sender_account_id: mailbox }] });
  // Made with every campaign, by a trigger: its own take their place.
  await tx.execute(sql`delete from campaign_settings where campaign_id = ${campaign.id}`);
  await putRows(tx, { table: "campaign_settings", rows: rowsOf(kept, "campaign_settings") });
  const steps = [];
  for (const step of rowsOf(kept, "campaign_sequences"))
    steps.push({ ...step, template_id: await idOrNull(tx, step.template_id, templateThere) });
  await putRows(tx, { table: "campaign_sequences", rows: steps });
}
