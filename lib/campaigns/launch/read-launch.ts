import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignSequences, campaigns } from "@/db/schema/campaigns";
import { AppError } from "../../errors/app-error";
import { isSeen } from "../../mail/is-seen";
import { textOf } from "../../mail/sanitize-html";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { hasSendingDayAhead } from "../../schedule/has-sending-day-ahead";
import { readShown } from "../../shown/read-shown";
import { checkTemplate } from "../../templates/render/render-template";
import { type LeftOut, listPeople } from "./list-people";

/** Something that keeps a campaign from being launched, and the part of its page where it is put right. */
export type Blocker = { part: "list" | "mailbox" | "steps" | "rules" | "team"; sentence: string; stepId?: string };

type Step = typeof campaignSequences.$inferSelect;

/**
 * A campaign that is not launched yet: its texts and rules, how many it would mail, and all that keeps it from being launched.
 * @param people "with their ids": of those who are counted as people, which are many.
 * @throws AppError "not_found", "conflict" when it was launched already.
 */
export async function readLaunch(tx: TeamTransaction, campaignId: string, now: Date, people?: "with their ids") {
  const [campaign] = await tx.select().from(campaigns).where(sql`${campaigns.id} = ${campaignId}`);
  if (!campaign) throw new AppError("not_found");
  if (campaign.status !== "draft") throw new AppError("conflict", "This campaign was launched already.");
  // Before everything it is judged by: what is changed in between is then found to differ when it is launched.
  const shown = await readShown(tx, campaignId);
  const { rules, mailbox, list, team } = shown;
  const steps = await tx
    .select()
    .from(campaignSequences)
    .where(sql`${campaignSequences.campaignId} = ${campaignId}`)
    .orderBy(campaignSequences.sequenceOrder);
  const ids = people === "with their ids" ? sql`array_agg(contact_id) filter (where left_out is null)` : sql`null`;
  const counted = await readRows<{ leftOut: LeftOut | null; count: number; ids: string[] | null }>(
    tx,
    sql`select left_out as "leftOut", count(*)::int as count, ${ids} as ids from (${listPeople(campaignId)}) x group by 1`,
  );
  const of = (reason: LeftOut | null) => counted.find((row) => row.leftOut === reason);
  const countOf = (reason: LeftOut | null) => of(reason)?.count ?? 0;
  const onList = counted.reduce((sum, row) => sum + row.count, 0);
  const blockers: Blocker[] = [];
  const block = (part: Blocker["part"], sentence: string, stepId?: string) =>
    blockers.push({ part, sentence, ...(stepId ? { stepId } : {}) });
  if (!list) block("list", "Choose the list of people to mail.");
  else if (onList === 0) block("list", "The list is empty.");
  else if (countOf(null) === 0) block("list", "Everybody on the list is left out, so there is nobody to mail.");
  if (!mailbox) block("mailbox", "Choose the mailbox to send from.");
  else if (!mailbox.connected) block("mailbox", `${mailbox.email} is signed out. Reconnect it first.`);
  if (steps.length === 0) block("steps", "Write at least one mail.");
  for (const step of steps) {
    for (const wrong of checkStep(step)) block("steps", `${step.name}: ${wrong}`, step.id);
  }
  if (!hasSendingDayAhead(rules, toTemporal(now))) {
    block("rules", "These rules have no sending day ahead, so nothing would ever leave.");
  }
  if (!isSeen(team.postalAddress ?? "")) block("team", "Write your team's postal address; it stands under every mail.");
  return {
    name: campaign.name,
    reviewMode: campaign.reviewMode,
    blockers,
    onList,
    listName: list?.name ?? null,
    mailbox: mailbox?.email ?? null,
    leftOut: { suppressed: countOf("suppressed"), own_domain: countOf("own_domain"), running: countOf("running") },
    /** How many would be enrolled. */
    people: countOf(null),
    contactIds: of(null)?.ids ?? [],
    steps,
    rules,
    shown,
  };
}

/** Everything that keeps a step from being mailed, so that nobody has to launch again to find the next thing. */
function checkStep(step: Step): string[] {
  const wrong: string[] = [];
  if (step.sequenceOrder === 1 && step.subjectTemplate.trim() === "") wrong.push("The first mail needs a subject.");
  if (textOf(step.bodyTemplate) === "") wrong.push("The mail has no text.");
  const unreadable = checkTemplate({ subject: step.subjectTemplate, body: step.bodyTemplate });
  return unreadable ? [...wrong, unreadable] : wrong;
}
