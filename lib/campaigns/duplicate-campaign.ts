import { asc, eq, like, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { campaignSequences, campaignSettings, campaigns } from "@/db/schema/campaigns";
import { senderAccounts } from "@/db/schema/senders";
import { AppError } from "../errors/app-error";

/** As long as a name may be (createCampaignAction). */
const longestName = 120;

/**
 * Makes a draft with the same steps, rules, list and mailbox as another campaign, whatever that one's state; nobody is enrolled. A mailbox that was
 * disconnected since is not taken over.
 * @returns its id and name. @throws AppError "not_found".
 */
export async function duplicateCampaign(scope: Scope, campaignId: string, now: Date): Promise<{ id: string; name: string }> {
  return withTeam(scope, async (tx) => {
    // Whoever copies it at the same time waits here, and then sees this copy's name.
    const [from] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
    if (!from) throw new AppError("not_found");
    const [mailbox] = await tx
      .select({ id: senderAccounts.id })
      .from(senderAccounts)
      .where(sql`${senderAccounts.id} = ${from.senderAccountId} and ${senderAccounts.status} <> 'removed'`);
    const name = await nameCopy(tx, from.name);
    const [made] = await tx
      .insert(campaigns)
      .values({
        name,
        description: from.description,
        listId: from.listId,
        senderAccountId: mailbox?.id ?? null,
        reviewMode: from.reviewMode,
        createdBy: scope.memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: campaigns.id });
    if (!made) throw new Error("The copy was not written.");
    await copySteps(tx, campaignId, made.id, now);
    await copyRules(tx, campaignId, made.id, now);
    return { id: made.id, name };
  });
}

/** "Spring (copy)", and "Spring (copy 2)" where there is one already. */
async function nameCopy(tx: TeamTransaction, name: string): Promise<string> {
  const base = name.replace(/ \(copy(?: \d+)?\)$/, "");
  const taken = await tx.select({ name: campaigns.name }).from(campaigns).where(like(campaigns.name, "% (copy%)"));
  const names = new Set(taken.map((one) => one.name));
  for (let n = 1; ; n++) {
    const end = n === 1 ? " (copy)" : ` (copy ${n})`;
    const made = `${base.slice(0, longestName - end.length)}${end}`;
    if (!names.has(made)) return made;
  }
}

async function copySteps(tx: TeamTransaction, from: string, to: string, now: Date) {
  const steps = await tx
    .select()
    .from(campaignSequences)
    .where(eq(campaignSequences.campaignId, from))
    .orderBy(asc(campaignSequences.sequenceOrder));
  if (steps.length === 0) return;
  await tx.insert(campaignSequences).values(
    steps.map(({ id: _, teamId: __, version: ___, updatedBy: ____, edits: _____, ...step }) => ({
      ...step,
      campaignId: to,
      createdAt: now,
      updatedAt: now,
    })),
  );
}

async function copyRules(tx: TeamTransaction, from: string, to: string, now: Date) {
  const [rules] = await tx.select().from(campaignSettings).where(eq(campaignSettings.campaignId, from));
  if (!rules) return;
  const { id: _, teamId: __, campaignId: ___, createdAt: ____, updatedBy: _____, edits: ______, ...same } = rules;
  await tx
    .update(campaignSettings)
    // What was launched before zones were checked runs on in a zone that no draft may have any more.
    .set({ ...same, timezone: sql`app_private.map_zone(${rules.timezone})`, updatedAt: now })
    .where(eq(campaignSettings.campaignId, to));
}
