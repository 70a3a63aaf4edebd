import { Temporal } from "temporal-polyfill";
import type { TeamTransaction } from "@/db/access/with-team";
import { countUsed } from "./count-used";
import { microsoftLimits } from "./microsoft-limits";
import { readBudget } from "./read-budget";
import { type LimitKind, readFreeFrom, readUse } from "./read-use";

type Used = { from: Temporal.Instant | null } | null;

/**
 * What of Microsoft's limits of 24 hours is used up for a mail of a mailbox, and when it is free again; null where it has room.
 * @param lock what nobody else can add to until the transaction ends.
 */
export async function readUsedUp(
  tx: TeamTransaction,
  senderAccountId: string,
  isOutside: boolean,
  lock: { mailbox: boolean; budget: boolean },
  now: Date,
): Promise<{ mailboxDayUsed: Used; teamBudgetUsed: Used }> {
  const { teamId, budget, mailbox, isOnmicrosoft } = await readBudget(tx, senderAccountId, now);
  const usedUp = async (kind: LimitKind, used: number, most: number): Promise<Used> => {
    if (used < most) return null;
    const from = await readFreeFrom(tx, kind, senderAccountId, { used, most }, now);
    return { from: from && Temporal.Instant.fromEpochMilliseconds(from.getTime()) };
  };
  const few = microsoftLimits.outsideFromOnmicrosoft;
  const ofMailbox = { kind: "mailbox", of: senderAccountId, most: mailbox.most, isLocked: lock.mailbox } as const;
  const ofTeam = { kind: "outside", of: teamId, most: budget.ours, isLocked: lock.budget } as const;
  return {
    mailboxDayUsed:
      (await usedUp("mailbox", await countUsed(tx, ofMailbox, now), mailbox.most)) ??
      (isOnmicrosoft && isOutside ? await usedUp("onmicrosoft", await readUse(tx, "onmicrosoft", null, now), few) : null),
    teamBudgetUsed: isOutside ? await usedUp("outside", await countUsed(tx, ofTeam, now), budget.ours) : null,
  };
}
