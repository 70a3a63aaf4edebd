import { sql } from "drizzle-orm";
import { type Clock, readClock } from "@/db/access/database-clock";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { Mailbox } from "../../microsoft/graph/clients";
import { toTemporal } from "../../schedule/clock/to-temporal";
import type { DeliveryRow } from "./ensure-delivery";
import { hearsForMs, isMailedAgain } from "./is-unread";
import type { Refusal } from "./judge-intent";

/**
 * Reads the mailbox, and what else an answer may have come into, right now, and writes down what is found.
 * @returns when that look began, by the database's clock; null where not everything could be read.
 */
export type LookFirst = (
  scope: Scope,
  asked: { senderAccountId: string; mailbox: Mailbox },
  clock: Clock,
) => Promise<Date | null>;

const againMs = 10_000;

/**
 * Whoever was mailed before may have answered: a follow-up leaves only on the strength of a look that has just begun. First mails need none.
 * @param lookFirst null leaves it to the look that is written down, whoever made it.
 * @returns until when (performance.now) the call may start.
 */
export async function hearFirst(
  scope: Scope,
  { senderAccountId, draftId }: Pick<DeliveryRow, "senderAccountId" | "draftId">,
  mailbox: Mailbox,
  clock: Clock,
  lookFirst: LookFirst | null,
): Promise<{ startBy: number } | { refused: Refusal }> {
  if (!lookFirst || !(await isMailedBefore(scope, draftId))) return { startBy: Number.POSITIVE_INFINITY };
  const began = await lookFirst(scope, { senderAccountId, mailbox }, clock);
  const at = await readClock(scope.teamId, clock);
  if (!began) return { refused: { reason: "mailbox not read", from: toTemporal(at).add({ milliseconds: againMs }) } };
  return { startBy: performance.now() + hearsForMs - (at.getTime() - began.getTime()) };
}

/**
 * A refusal that came although the mailbox was read a moment before: that took longer than a look may be old, as on a machine that is busy. It is tried again
 * sooner than where nobody can read it.
 */
export function afterLook(refusal: Refusal, now: Date): Refusal {
  return refusal.reason === "mailbox not read" && !refusal.from
    ? { ...refusal, from: toTemporal(now).add({ milliseconds: againMs }) }
    : refusal;
}

async function isMailedBefore(scope: Scope, draftId: string): Promise<boolean> {
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ follows: boolean }>(
      tx,
      sql`select coalesce(c.current_sequence_step > 0, ${isMailedAgain(sql`d.draft_type`, sql`d.contact_id`)}) as follows
          from email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id where d.id = ${draftId}`,
    ),
  );
  return row?.follows ?? true;
}
