import { eq } from "drizzle-orm";
import { type Clock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxWatches } from "@/db/schema/senders";
import type { Mailbox } from "../../microsoft/graph/clients";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { isResting } from "../reading/is-resting";
import { type Look, lookInto } from "../reading/look-into";
import { readOwn } from "../reading/read-own";

const lease = { purpose: "read", seconds: 30, patienceMs: 8000 } as const;
const budgetMs = 5000;

export type Looked = { began: Date; look: Look | null } | "not there" | "not read";

/**
 * A look into the mailbox that began at `since` or later: one that was made, the one that somebody is making, or a new one.
 * "not there": the mailbox is not connected, or has no licence. "not read": somebody else's look takes too long.
 */
export async function lookSince(
  scope: Scope,
  senderAccountId: string,
  mailbox: Mailbox,
  since: Date,
  clock: Clock,
): Promise<Looked> {
  const made = await madeSince(scope, senderAccountId, since);
  if (made) return { began: made, look: null };
  const held = await leaseMailbox(scope, senderAccountId, lease, async (): Promise<Looked> => {
    const meanwhile = await madeSince(scope, senderAccountId, since);
    if (meanwhile) return { began: meanwhile, look: null };
    const own = await readOwn(scope, senderAccountId);
    const began = await readClock(scope.teamId, clock);
    if (!own || isResting(own, began)) return "not there";
    return { began, look: await lookInto(scope, own, mailbox, began, budgetMs) };
  });
  return held?.result ?? "not read";
}

async function madeSince(scope: Scope, senderAccountId: string, since: Date): Promise<Date | null> {
  const [row] = await withTeam(scope, (tx) =>
    tx
      .select({ began: mailboxWatches.lookBeganAt })
      .from(mailboxWatches)
      .where(eq(mailboxWatches.senderAccountId, senderAccountId)),
  );
  return row?.began && row.began >= since ? row.began : null;
}
