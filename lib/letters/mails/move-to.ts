import { toTemporal } from "../../schedule/clock/to-temporal";
import { nextOpening } from "../../schedule/next-opening";
import type { SendingRules } from "../../schedule/types";
import { formatDay } from "../../schedule/words/format-time";

/**
 * Where a campaign's mail could go so that its reader does not get two in a day: the same time on the next day on which its campaign sends, behind the day
 * of the mail by hand. Null where its campaign never sends again.
 */
export function moveTo(
  rules: SendingRules,
  mails: { slot: Date; byHand: Date },
  reader: { now: Date; timeZone: string },
): { at: string; words: string } | null {
  const slot = toTemporal(mails.slot).toZonedDateTimeISO(reader.timeZone);
  const taken = toTemporal(mails.byHand).toZonedDateTimeISO(reader.timeZone).toPlainDate();
  let next = slot.add({ days: 1 });
  while (next.toPlainDate().since(taken).sign <= 0) next = next.add({ days: 1 });
  const at = nextOpening(rules, next.toInstant());
  if (!at) return null;
  const words = formatDay(at, { now: toTemporal(reader.now), timeZone: reader.timeZone });
  return { at: at.toString(), words };
}
