import { and, desc, eq, gte, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { readAnswerRules } from "../read-answer-rules";
import { readSendingRules } from "../read-sending-rules";
import { holdUntil } from "./hold-until";
import { type Holdable, isInForce, lockHoldable } from "./lock-holdable";
import { setHold } from "./set-hold";

/** An automatic answer. `back`: the first day on which they are there; `hasLeft`: they are there no more, and a person decides. */
export type AwayAnswer = { messageId: string; contactId: string; receivedAt: Date; back: string | null; hasLeft: boolean };

/**
 * Holds every open campaign of somebody who is away. A later answer that says another day replaces the hold; the same again changes nothing,
 * so that what a person decided about this very day holds.
 */
export async function holdAway(tx: TeamTransaction, scope: Scope, answer: AwayAnswer, now: Date): Promise<void> {
  for (const row of await lockHoldable(tx, answer.contactId)) {
    // Whether to go on at all comes first, and is for a person to say; `holdAsToldSince` then asks again.
    if (isInForce(row.hold, now) && row.hold.kind === "bounced often") continue;
    const until = answer.hasLeft ? null : await untilIn(tx, row, answer);
    // Who asked for later is left alone for as long as that; only a longer absence counts.
    if (isInForce(row.hold, now) && row.hold.kind === "asked for later" && until && row.hold.until && until <= row.hold.until)
      continue;
    if ((until && until <= now) || (await isKnown(tx, row, answer, until))) continue;
    const { messageId, receivedAt: beganAt, hasLeft } = answer;
    const backDay = hasLeft ? null : answer.back;
    await setHold(tx, scope, row, { kind: "out of office", beganAt, until, backDay, messageId, madeBy: null }, "replaced", now);
  }
}

async function untilIn(tx: TeamTransaction, row: Holdable, { back, receivedAt }: AwayAnswer): Promise<Date> {
  const { awayDays: days } = await readAnswerRules(tx, row.campaignId);
  return toDate(holdUntil(await readSendingRules(tx, row.campaignId), { back, from: toTemporal(receivedAt), days }));
}

/** What an automatic answer of theirs said while mail was kept back for another reason: it holds once that is over. */
export async function holdAsToldSince(
  tx: TeamTransaction,
  scope: Scope,
  contactId: string,
  since: Date,
  now: Date,
): Promise<void> {
  const { kind, isOld, receivedAt, wish, awayBack } = mailboxMessages;
  const [last] = await tx
    .select({ messageId: mailboxMessages.id, receivedAt, back: awayBack, wish })
    .from(mailboxMessages)
    .where(and(eq(mailboxMessages.contactId, contactId), eq(kind, "automatic"), eq(isOld, false), gte(receivedAt, since)))
    .orderBy(desc(receivedAt))
    .limit(1);
  if (last) await holdAway(tx, scope, { ...last, contactId, hasLeft: last.wish === "left" }, now);
}

/** Whether this was said before, or something was said since: messages are not read in the order in which they came. */
async function isKnown(tx: TeamTransaction, row: Holdable, answer: AwayAnswer, until: Date | null): Promise<boolean> {
  const [last] = await readRows<{ back: string | null; until: string | null; at: string | null }>(
    tx,
    sql`select h.back_day::text as back, h.until, m.received_at as at from contact_holds h left join mailbox_messages m on m.id = h.message_id
        where h.campaign_contact_id = ${row.campaignContactId} and h.kind = 'out of office' and h.made_by is null
        order by m.received_at desc nulls last, h.ended_at desc nulls first limit 1`,
  );
  if (!last) return false;
  const at = instantOf(last.at);
  const lastUntil = instantOf(last.until);
  if (at && at > answer.receivedAt) return true;
  const saysSame = (answer.hasLeft ? null : answer.back) === last.back && (until === null) === (lastUntil === null);
  if (saysSame) return lastUntil === null || lastUntil > answer.receivedAt;
  // That they have left is not taken back by an answer that names no day.
  return isInForce(row.hold, answer.receivedAt) && row.hold.until === null && answer.back === null;
}
