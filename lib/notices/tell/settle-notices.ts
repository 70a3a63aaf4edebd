import { and, eq, isNull } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { notices, noticeTargets } from "@/db/schema/notices";
import type { Claim } from "./claim-notices";
import { withDoubt } from "./marks";
import { nextTry } from "./next-try";
import type { Outcome } from "./outcome";

/** Writes down what came of a call. What was claimed anew meanwhile is another's. */
export async function settleNotices(scope: Scope, claim: Claim, outcome: Outcome, now: Date): Promise<void> {
  await withTeam(scope, async (tx) => {
    for (const { id, tries, inDoubt } of claim.notices)
      await tx
        .update(notices)
        .set(changeOf(outcome, tries, inDoubt, now))
        .where(and(eq(notices.id, id), eq(notices.tries, tries), isNull(notices.toldAt)));
    if (outcome.kind === "stop") await stop(tx, claim, outcome.says, now);
  });
}

/** Its address is of no use any more, unless somebody pasted another in the meantime. Mail stops for what it could not carry alone. */
async function stop(tx: TeamTransaction, { targetId, reach }: Claim, failure: string, now: Date): Promise<void> {
  if (reach.way !== "teams" || !reach.sealed.nonce) return;
  const [stopped] = await tx
    .update(noticeTargets)
    .set({ keyId: null, nonce: null, ciphertext: null, tag: null })
    .where(and(eq(noticeTargets.id, targetId), eq(noticeTargets.nonce, reach.sealed.nonce)))
    .returning({ id: noticeTargets.id });
  if (!stopped) return;
  await tx
    .update(notices)
    .set({ toldAt: now, failure })
    .where(and(eq(notices.targetId, targetId), isNull(notices.toldAt)));
}

function changeOf(outcome: Outcome, tries: number, inDoubt: boolean, now: Date): Partial<typeof notices.$inferInsert> {
  if (outcome.kind === "told") return { toldAt: now, failure: null };
  if (outcome.kind === "stop") return { toldAt: now, failure: outcome.says };
  if (outcome.kind === "lost" && inDoubt)
    return { toldAt: now, failure: `${outcome.says} It was asked twice, and may have been told.` };
  const says = outcome.kind === "lost" || inDoubt ? withDoubt(outcome.says) : outcome.says;
  const dueAt = nextTry(tries, outcome.kind === "again" ? outcome.afterSeconds : null, now);
  return dueAt ? { dueAt, failure: says } : { toldAt: now, failure: `${outcome.says} It was tried for a day.` };
}
