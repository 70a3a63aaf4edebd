import { eq } from "drizzle-orm";
import { type Clock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { emailDrafts } from "@/db/schema/drafts";
import type { Mailbox } from "../../microsoft/graph/clients";
import { toTemporal } from "../../schedule/clock/to-temporal";
import type { DeliveryRow } from "./ensure-delivery";
import { hearsForMs } from "./is-unread";
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

async function isMailedBefore(scope: Scope, draftId: string): Promise<boolean> {
  const [row] = await withTeam(scope, (tx) =>
    tx
      .select({ step: campaignContacts.currentSequenceStep, type: emailDrafts.draftType })
      .from(emailDrafts)
      .leftJoin(campaignContacts, eq(campaignContacts.id, emailDrafts.campaignContactId))
      .where(eq(emailDrafts.id, draftId)),
  );
  return row?.step === null ? row.type !== "first_outreach" : (row?.step ?? 0) > 0;
}
