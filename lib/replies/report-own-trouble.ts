import { asc, eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { writeTrouble } from "../microsoft/report-trouble";
import type { Finding } from "./finding";

/** Exchange counts recipients over a day, and lifts nothing sooner by itself. */
const restHours = 24;

/**
 * A report that says that our own account is held back pauses the mailbox, or every one where the whole tenant is. Only our own Exchange is
 * believed, about a mail of ours, and only when it is first read: a report that its owner opens is told of again, perhaps after the pause was
 * lifted.
 */
export async function reportOwnTrouble(tx: TeamTransaction, finding: Finding, now: Date): Promise<void> {
  const { understood, keys, byExchange, receivedAt } = finding;
  if (understood.kind !== "report" || understood.report.blames !== "ours" || !byExchange) return;
  // Somebody else's server refuses our domain or the address we send from: that is between us and them.
  if (understood.report.reach === null) return;
  const until = new Date(receivedAt.getTime() + restHours * 3_600_000);
  if (until <= now) return;
  const { status, reach } = understood.report;
  const ids = reach === "tenant" ? await connected(tx) : [keys.senderAccountId];
  for (const id of ids) await writeTrouble(tx, id, { trouble: "limited", code: status ?? "NDR", until }, now);
}

async function connected(tx: TeamTransaction): Promise<string[]> {
  const rows = await tx
    .select({ id: senderAccounts.id })
    .from(senderAccounts)
    .where(eq(senderAccounts.status, "connected"))
    .orderBy(asc(senderAccounts.id));
  return rows.map(({ id }) => id);
}
