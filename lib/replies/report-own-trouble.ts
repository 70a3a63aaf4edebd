import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { reportTrouble } from "../microsoft/report-trouble";
import { matchMessage } from "./match-message";
import type { Finding } from "./record-message";

/** Exchange counts recipients over a day, and lifts nothing sooner by itself. */
const restHours = 24;

/**
 * A report that says that our own account is held back pauses the mailbox. Only one about a mail of ours does, since anybody can write such
 * words, and only when it is first seen: a report that its owner opens is told of again, perhaps after the pause was lifted.
 */
export async function reportOwnTrouble(scope: Scope, finding: Finding, now: Date): Promise<void> {
  const { ownTrouble, keys, internetMessageId } = finding;
  const until = new Date(finding.receivedAt.getTime() + restHours * 3_600_000);
  if (ownTrouble === null || until <= now) return;
  const isNew = await withTeam(scope, async (tx) => {
    if (!(await matchMessage(tx, keys))) return false;
    const seen = await tx
      .select({ id: mailboxMessages.id })
      .from(mailboxMessages)
      .where(
        and(eq(mailboxMessages.senderAccountId, keys.senderAccountId), eq(mailboxMessages.internetMessageId, internetMessageId)),
      );
    return seen.length === 0;
  });
  if (isNew) await reportTrouble(scope, keys.senderAccountId, { trouble: "limited", code: ownTrouble, until }, now);
}
