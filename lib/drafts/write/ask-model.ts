import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { AssistantError } from "../../assistant/assistant-error";
import { isModelConfigured } from "../../assistant/is-model-configured";
import { log } from "../../log/log";
import { composeByModel } from "./compose-draft";
import type { Composed } from "./insert-drafts";
import type { Writing } from "./read-writing";

/** Whether a model writes it: its step asks for one, and one is configured. */
export function isByModel({ step }: Writing): boolean {
  return step.writtenBy === "model" && isModelConfigured();
}

/** What a model writes for each; of how many it wrote nothing is kept with them. */
export async function askModel(scope: Scope, writings: Writing[], now: Date): Promise<{ drafts: Composed[]; silent: number }> {
  const results = await Promise.all(writings.map(ask));
  const silent = results.flatMap((result) => ("silent" in result ? [result.silent] : []));
  if (silent.length > 0) await sayModelIsSilent(scope, silent, now);
  return { drafts: results.flatMap((result) => ("text" in result ? [result] : [])), silent: silent.length };
}

async function ask(writing: Writing): Promise<Composed | { silent: string }> {
  try {
    return { writing, text: await composeByModel(writing) };
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    log.warn({ campaign: writing.campaignId, reason: error.message }, "the model wrote no draft");
    return { silent: writing.campaignContactId };
  }
}

/** Kept apart from the reason that is shown: under a pause it is still so. */
async function sayModelIsSilent(scope: Scope, campaignContactIds: string[], now: Date) {
  const until = new Date(now.getTime() + 60_000);
  const these = inArray(campaignContacts.id, campaignContactIds);
  await withTeam(scope, async (tx) => {
    await tx.update(campaignContacts).set({ modelSilentUntil: until }).where(these);
    await tx
      .update(campaignContacts)
      .set({ waitReason: "model_silent", nextAt: until })
      .where(and(these, or(isNull(campaignContacts.waitReason), eq(campaignContacts.waitReason, "being_written"))));
  });
}
