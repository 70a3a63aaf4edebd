import { eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { noticeTargets } from "@/db/schema/notices";
import { AppError } from "../errors/app-error";
import { memberOf, type NoticeOwner } from "./notice-target";
import { makeTestCard } from "./tell/make-card";
import { makeTestMail } from "./tell/make-mail";
import { readReach } from "./tell/read-reach";
import { sendNews } from "./tell/send-news";

/**
 * Sends one message that says no more than that it arrives, by the way that was chosen. Nothing is kept of it.
 * @returns a sentence with the answer. @throws AppError "blocked" with a sentence where it was not taken.
 */
export async function sendTestNotice(
  scope: Scope & { memberId: string },
  whose: NoticeOwner,
  now: Date,
): Promise<{ says: string }> {
  const memberId = memberOf(scope, whose);
  const reach = await withTeam(scope, async (tx) => {
    const isIt = memberId ? eq(noticeTargets.memberId, memberId) : isNull(noticeTargets.memberId);
    const [target] = await tx.select().from(noticeTargets).where(isIt);
    if (!target || (target.way === "mail" && !target.senderAccountId))
      throw new AppError("blocked", "Choose first how you are told. Nothing was sent.");
    if (target.way === "teams" && !target.ciphertext)
      throw new AppError("blocked", "Paste the address of a workflow first. Nothing was sent.");
    return readReach(tx, target);
  });
  if (typeof reach === "string")
    throw new AppError("blocked", "Its mailbox does not send at the moment. Nothing was sent; choose another or reconnect it.");
  const outcome = await sendNews(scope, reach, { card: makeTestCard, mail: makeTestMail }, now);
  if (outcome.kind !== "told") throw new AppError("blocked", outcome.says);
  return { says: outcome.says };
}
