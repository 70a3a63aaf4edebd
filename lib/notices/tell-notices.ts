import { and, isNull, lte } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { notices } from "@/db/schema/notices";
import { log } from "../log/log";
import { claimNotices } from "./tell/claim-notices";
import { makeCard } from "./tell/make-card";
import { makeMail } from "./tell/make-mail";
import { sendNews } from "./tell/send-news";
import { settleNotices } from "./tell/settle-notices";

/**
 * Tells each target of a team its news that is due, one message for all of it. Safe to repeat, and at two places at once: what is told was taken first.
 * Where no answer comes, or the process dies in between, it is told once more at most.
 * @param endsAfterMs how long a workflow may take to answer. @returns when to look again, where more is being gathered.
 */
export async function tellNotices(scope: Scope, now: Date, endsAfterMs?: number): Promise<{ again: string | null }> {
  let again: Date | null = null;
  for (const targetId of await listDue(scope, now)) {
    const claim = await claimNotices(scope, targetId, now);
    if (claim.kind === "gathering" && (!again || claim.until < again)) again = claim.until;
    if (claim.kind !== "claimed") continue;
    const { news } = claim;
    const make = { card: () => makeCard(news), mail: (to: string) => makeMail(to, news) };
    const outcome = await sendNews(scope, claim.reach, make, now, endsAfterMs);
    await settleNotices(scope, claim, outcome, now);
    if (outcome.kind === "told") continue;
    // What is said of a mail names people.
    const reason = claim.reach.way === "teams" ? outcome.says : outcome.kind;
    log.warn({ team: scope.teamId, target: targetId, way: claim.reach.way, reason }, "news was not told");
  }
  return { again: again?.toISOString() ?? null };
}

/** Those of which something is due, or will be within the time that is gathered. */
async function listDue(scope: Scope, now: Date): Promise<string[]> {
  const soon = new Date(now.getTime() + 30_000);
  const rows = await withTeam(scope, (tx) =>
    tx
      .selectDistinct({ targetId: notices.targetId })
      .from(notices)
      .where(and(isNull(notices.toldAt), lte(notices.dueAt, soon))),
  );
  return rows.map(({ targetId }) => targetId);
}
