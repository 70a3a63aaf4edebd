import { eq } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { startOfWindow } from "../../schedule/start-of-window";
import { lockAnswered } from "../answered/lock-answered";
import { readSendingRules } from "../read-sending-rules";
import { holdAsToldSince } from "./hold-away";
import { holdUntil } from "./hold-until";
import { type Holdable, isInForce, lockHoldable, type OpenHold } from "./lock-holdable";
import { type AnsweredToo, endAsLeft, endAsReply } from "./read-differently";
import { endHold, setHold } from "./set-hold";

/** What a person makes of a hold: they are back on another day ("2026-11-24"), mail goes on now, it was an answer, or they have left. */
export type HoldChange = { as: "back"; day: string } | { as: "released" } | { as: "reply" } | { as: "left" };

type Row = Holdable & { hold: OpenHold };

/**
 * Changes what holds somebody, in every campaign that it holds; `undoHoldChange` takes it back.
 * @param answeredToo what else an answer does, beside ending campaigns. @returns the instant by which it is taken back. @throws AppError "not_found", "invalid" for a day that has passed, "conflict" where nothing
 * holds them any more, or the hold was read from no message.
 */
export async function changeHold(
  scope: Scope,
  contactId: string,
  change: HoldChange,
  now: Date,
  answeredToo?: AnsweredToo,
): Promise<{ at: Date }> {
  return withTeam(scope, async (tx) => {
    const [person] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contactId));
    if (!person) throw new AppError("not_found");
    if (change.as === "reply") await lockAnswered(tx, contactId, null);
    const rows = (await lockHoldable(tx, contactId)).filter((row): row is Row => isInForce(row.hold, now));
    if (rows.length === 0) throw new AppError("conflict", "Nothing holds them back any more. Look again.");
    for (const row of rows) {
      const until = await changeOne(tx, scope, row, change, now);
      const detail = { as: change.as === "back" ? change.day : change.as, until: until?.toISOString() ?? null };
      await recordActivity(tx, scope, { verb: "changed a hold", campaignId: row.campaignId, contactId, detail, at: now });
    }
    const oftenSince = rows.filter(({ hold }) => hold.kind === "bounced often").map(({ hold }) => hold.beganAt.getTime());
    if (change.as === "released" && oftenSince.length > 0)
      await holdAsToldSince(tx, scope, contactId, new Date(Math.min(...oftenSince)), now);
    if (change.as === "reply") await endAsReply(tx, scope, rows, now, answeredToo);
    if (change.as === "left") await endAsLeft(tx, scope, rows, now);
    return { at: now };
  });
}

/** @returns until when it holds now; null where it does no more. */
async function changeOne(tx: TeamTransaction, scope: Scope, row: Row, change: HoldChange, now: Date): Promise<Date | null> {
  switch (change.as) {
    case "back": {
      const from = toTemporal(now);
      const rules = await readSendingRules(tx, row.campaignId);
      // Who asked for a day meant that day; who comes back on one has enough to read.
      const isAsked = row.hold.kind === "asked for later";
      const until = toDate(isAsked ? startOfWindow(rules, change.day) : holdUntil(rules, { back: change.day, from, days: 0 }));
      if (until <= now) throw new AppError("invalid", undefined, { day: "That day has passed." });
      const { id: _, ...hold } = row.hold;
      await setHold(tx, scope, row, { ...hold, until, backDay: change.day, madeBy: scope.memberId }, "changed", now);
      return until;
    }
    case "released":
      await setHold(tx, scope, row, null, "released", now);
      return null;
    case "reply":
    case "left":
      await endHold(tx, scope, row.hold.id, "changed", now);
      return null;
  }
}
