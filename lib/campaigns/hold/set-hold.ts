import { and, eq, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { contactHolds } from "@/db/schema/replies";
import { type HoldKind, type holdEnds, waitReasons } from "@/db/schema/words";
import { askFeed } from "../../events/ask-feed";
import { takeBackSlots } from "../../slots/take-back-slots";
import { fillDueTimes } from "../fill-due-times";
import { type Holdable, isInForce, type OpenHold } from "./lock-holdable";
import { resumesAt, shiftDue } from "./shift-due";

type Next = Omit<OpenHold, "id"> & { madeBy: string | null };

/** What is shown of a hold, and what is said of the slots it takes back. */
const saidOf = {
  "out of office": { reason: "out_of_office", slots: "Out of the office" },
  "bounced often": { reason: "bounced_often", slots: "Came back three times" },
  "asked for later": { reason: "asked_later", slots: "Asked for later" },
} as const satisfies Record<HoldKind, { reason: (typeof waitReasons)[number]; slots: string }>;

/**
 * Puts a hold in the place of the one that stands, or only ends that one. The wait is not spent: what was left of the delay when mail was
 * first kept back runs on behind it. The caller holds the enrolment.
 * @param ended what becomes of the one that stands, if there is one.
 */
export async function setHold(
  tx: TeamTransaction,
  scope: Scope,
  row: Holdable,
  next: Next | null,
  ended: (typeof holdEnds)[number],
  now: Date,
): Promise<void> {
  const { campaignContactId: id, hold, lastSentAt, dueAt } = row;
  if (hold) await endHold(tx, scope, hold.id, ended, now);
  // The same absence goes on: mail has been kept back since it began.
  const begun = next && { ...next, beganAt: isInForce(hold, now) ? hold.beganAt : next.beganAt };
  if (begun) await tx.insert(contactHolds).values({ ...begun, campaignContactId: id, dueBefore: dueAt });
  const from = isInForce(hold, now) ? hold : { beganAt: begun?.beganAt ?? now, until: null };
  const to = begun ? resumesAt(begun, lastSentAt) : now;
  await placeDue(tx, row, dueAt && shiftDue(dueAt, resumesAt(from, lastSentAt), to), now);
  if (begun) await sayHeld(tx, row, begun);
  await askFeed(tx, scope.teamId, [row.campaignId]);
}

/** Ends a hold that stands. */
export async function endHold(
  tx: TeamTransaction,
  scope: Scope,
  holdId: string,
  ended: (typeof holdEnds)[number],
  now: Date,
): Promise<void> {
  await tx.update(contactHolds).set({ ended, endedAt: now, endedBy: scope.memberId }).where(eq(contactHolds.id, holdId));
}

/** Writes when the delay ends, and takes back what is said of a hold; the feeder says what holds then. */
export async function placeDue(
  tx: TeamTransaction,
  { campaignContactId: id, campaignId }: Pick<Holdable, "campaignContactId" | "campaignId">,
  dueAt: Date | null,
  now: Date,
): Promise<void> {
  const reason = dueAt && dueAt > now ? "delay" : "in_line";
  const wasHeld = sql`${campaignContacts.waitReason} in ('out_of_office', 'bounced_often', 'asked_later')`;
  await tx
    .update(campaignContacts)
    .set({
      dueAt,
      waitReason: sql`case when ${wasHeld} then ${reason} else ${campaignContacts.waitReason} end`,
      nextAt: sql`case when ${wasHeld} then ${dueAt?.toISOString() ?? null}::timestamptz else ${campaignContacts.nextAt} end`,
    })
    .where(eq(campaignContacts.id, id));
  if (dueAt === null) await fillDueTimes(tx, campaignId, id);
}

/** Says at once why nothing leaves, unless a reason stands there that comes first, and takes the slots back. */
export async function sayHeld(
  tx: TeamTransaction,
  { campaignContactId: id }: Pick<Holdable, "campaignContactId">,
  { kind, until }: Pick<OpenHold, "kind" | "until">,
): Promise<void> {
  const { reason, slots } = saidOf[kind];
  const behind = waitReasons.slice(waitReasons.indexOf(reason) + 1);
  await takeBackSlots(tx, sql`e.campaign_contact_id = ${id}`, slots);
  await tx
    .update(campaignContacts)
    .set({ waitReason: reason, nextAt: until })
    .where(
      and(
        eq(campaignContacts.id, id),
        sql`(${campaignContacts.waitReason} is null or ${campaignContacts.waitReason} in ${anyOf(behind)})`,
      ),
    );
}
