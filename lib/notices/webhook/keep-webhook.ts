import { eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { noticeTargets } from "@/db/schema/notices";
import { env } from "../../env/env";
import { readKeyRing } from "../../microsoft/tokens/read-key-ring";
import { sealToken } from "../../microsoft/tokens/seal-token";
import { memberOf, type NoticeOwner } from "../notice-target";
import { checkWebhook } from "./check-webhook";

/**
 * Keeps the address of somebody's own workflow or of the team's, encrypted for its row; news goes there from now on.
 * @throws AppError "invalid" where it may not be called.
 */
export async function keepWebhook(
  scope: Scope & { memberId: string },
  whose: NoticeOwner,
  address: string,
  now: Date,
): Promise<void> {
  const url = checkWebhook(address);
  const memberId = memberOf(scope, whose);
  await withTeam(scope, async (tx) => {
    await tx.insert(noticeTargets).values({ memberId, way: "teams" }).onConflictDoNothing();
    const isIt = memberId ? eq(noticeTargets.memberId, memberId) : isNull(noticeTargets.memberId);
    const [target] = await tx.select({ id: noticeTargets.id }).from(noticeTargets).where(isIt).for("update");
    if (!target) throw new Error("The target was not written.");
    const sealed = sealToken(url.href, target.id, readKeyRing(env().TOKEN_KEYS), "notice_targets");
    await tx
      .update(noticeTargets)
      .set({ ...sealed, webhookHost: url.host, way: "teams", updatedAt: now })
      .where(eq(noticeTargets.id, target.id));
  });
}
