import { asc, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { deliveries } from "@/db/schema/sending";
import { learnLimit } from "../limits/learn-limit";
import { writeTrouble } from "../microsoft/report-trouble";
import type { Finding } from "./finding";
import type { Match } from "./match-message";

/** Exchange counts recipients over a day, and lifts nothing sooner by itself. */
const restHours = 24;

/**
 * A report that says that Exchange Online holds our own account back pauses the mailbox, or every one where the whole tenant is. Only our own Exchange is
 * believed, about a mail of ours, and only when it is first read: a report that its owner opens is told of again, perhaps after the pause was
 * lifted. A limit that was reached is learned from it as well.
 */
export async function reportOwnTrouble(
  tx: TeamTransaction,
  teamId: string,
  finding: Finding,
  { deliveryId }: Pick<Match, "deliveryId">,
  now: Date,
): Promise<void> {
  const { understood, keys, byExchange, receivedAt } = finding;
  if (understood.kind !== "report" || understood.report.blames !== "ours" || !byExchange) return;
  // Somebody else's server refuses our domain or the address we send from: that is between us and them.
  if (understood.report.reach === null) return;
  const { status, reach } = understood.report;
  const at = receivedAt < now ? receivedAt : now;
  const sentAt = await readSubmitted(tx, deliveryId);
  if (status && sentAt)
    await learnLimit(tx, { teamId, memberId: null }, { senderAccountId: keys.senderAccountId, code: status, sentAt, at });
  const until = new Date(receivedAt.getTime() + restHours * 3_600_000);
  if (until <= now) return;
  const ids = reach === "tenant" ? await connected(tx) : [keys.senderAccountId];
  for (const id of ids) await writeTrouble(tx, id, { trouble: "limited", code: status ?? "NDR", until }, now);
}

/** When the mail left that the report is about. */
async function readSubmitted(tx: TeamTransaction, deliveryId: string | null): Promise<Date | null> {
  if (deliveryId === null) return null;
  const [row] = await tx.select({ at: deliveries.submittedAt }).from(deliveries).where(eq(deliveries.id, deliveryId));
  return row?.at ?? null;
}

async function connected(tx: TeamTransaction): Promise<string[]> {
  const rows = await tx
    .select({ id: senderAccounts.id })
    .from(senderAccounts)
    .where(eq(senderAccounts.status, "connected"))
    .orderBy(asc(senderAccounts.id));
  return rows.map(({ id }) => id);
}
