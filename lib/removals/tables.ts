import { getTableColumns } from "drizzle-orm";
import { campaignSequences, campaignSettings, campaigns } from "@/db/schema/campaigns";
import { contactListMembers, contactLists, uploadBatches } from "@/db/schema/contacts";
import { emailTemplates } from "@/db/schema/templates";
import type { RemovedKind } from "@/db/schema/words";

const tables = {
  campaigns,
  campaign_settings: campaignSettings,
  campaign_sequences: campaignSequences,
  email_templates: emailTemplates,
  contact_lists: contactLists,
  contact_list_members: contactListMembers,
  upload_batches: uploadBatches,
};
export type RestorableTable = keyof typeof tables;

/** Where what was removed stands while it is there. */
export const tableOf = {
  campaign: "campaigns",
  step: "campaign_sequences",
  template: "email_templates",
  list: "contact_lists",
  "people of a list": "contact_lists",
} as const satisfies Record<RemovedKind, RestorableTable>;

/** Those of the named columns that the table still has: what was kept before an upgrade goes into the table as it is now. */
export function columnsOf(table: RestorableTable, named: string[]): string[] {
  const known = new Set(Object.values(getTableColumns(tables[table])).map((column) => column.name));
  known.delete("team_id");
  return named.filter((name) => known.has(name));
}
