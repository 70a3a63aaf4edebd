import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { AssistantError } from "../../assistant/assistant-error";
import { askFeed } from "../../events/ask-feed";
import { log } from "../../log/log";
import { type ComposedDraft, composeDraft } from "./compose-draft";
import { insertDrafts } from "./insert-drafts";
import { readWritings, type Writing } from "./read-writing";

export type Written = {
  written: number;
  /** People whose draft the model did not write; they are tried again. */
  silent: number;
  /** Whether others still have no draft. */
  more: boolean;
};

/** A model is asked for so many drafts at a time. */
const modelParallel = 4;

/**
 * Writes the next draft of everyone in a campaign, or of one contact, who has none yet: a batch at a time, as often as it is
 * called. A text that was composed and not kept, because the process ended, is composed again.
 */
export async function writeDrafts(
  scope: Scope,
  only: { campaignId: string } | { campaignContactId: string },
  now: Date,
  limit = 100,
): Promise<Written> {
  const writings = await withTeam(scope, (tx) => readWritings(tx, only, limit));
  const byModel = writings.some((writing) => writing.step.writtenBy === "model");
  const some = byModel ? writings.slice(0, modelParallel) : writings;
  const results = await Promise.all(some.map((writing) => compose(writing)));
  const drafts = results.flatMap((result) => ("text" in result ? [result] : []));
  const silent = results.flatMap((result) => ("silent" in result ? [result] : []));
  await withTeam(scope, async (tx) => {
    await insertDrafts(tx, drafts, now);
    await sayModelIsSilent(
      tx,
      silent.map(({ writing }) => writing.campaignContactId),
      now,
    );
    // Signed by the launch, a mail wants a slot; a follow-up's reason to wait is its delay, and not that it was written.
    const look = drafts.filter(({ writing }) => writing.signsByLaunch || writing.step.sequenceOrder > 1);
    await askFeed(tx, scope.teamId, [...new Set(look.map(({ writing }) => writing.campaignId))]);
  });
  return { written: drafts.length, silent: silent.length, more: writings.length > drafts.length || writings.length === limit };
}

/** Kept apart from the reason that is shown: under a pause it is still so. */
async function sayModelIsSilent(tx: TeamTransaction, campaignContactIds: string[], now: Date) {
  const until = new Date(now.getTime() + 60_000);
  const these = inArray(campaignContacts.id, campaignContactIds);
  await tx.update(campaignContacts).set({ modelSilentUntil: until }).where(these);
  await tx
    .update(campaignContacts)
    .set({ waitReason: "model_silent", nextAt: until })
    .where(and(these, or(isNull(campaignContacts.waitReason), eq(campaignContacts.waitReason, "being_written"))));
}

async function compose(
  writing: Writing,
): Promise<{ writing: Writing; text: ComposedDraft } | { writing: Writing; silent: true }> {
  try {
    return { writing, text: await composeDraft(writing) };
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    log.warn({ campaign: writing.campaignId, reason: error.message }, "the model wrote no draft");
    return { writing, silent: true };
  }
}
