import { Temporal } from "temporal-polyfill";
import { instantOf } from "@/db/access/read-rows";
import { waitWords } from "../../campaigns/words/wait-words";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { formatDelay } from "../../schedule/words/format-duration";
import { formatClock, formatTime, type Reader } from "../../schedule/words/format-time";
import { nameCity } from "../../schedule/words/name-city";
import { sayThere } from "../../schedule/words/say-there";
import { zoneOfPerson } from "../../schedule/zones/zone-of-person";
import { takeBackMs } from "../acts/take-back-ms";
import type { ScheduledRow } from "../scheduled";
import type { RawRow } from "./row-parts";

/** A row in the words of its page. */
export function toRow(raw: RawRow, reader: Reader): ScheduledRow {
  const at = toTemporal(instantOf(raw.at));
  const { slotId, draftId, threadId, contactId, name, subject, mailbox, campaign, signed } = raw;
  return {
    slotId,
    draftId,
    threadId,
    contactId,
    name,
    subject,
    at: instantOf(raw.at).toISOString(),
    here: formatTime(at, reader).replace(/^today /, ""),
    there: sayThere(instantOf(raw.at), reader.timeZone, zoneOfPerson(raw)),
    mailbox,
    by: campaign === null ? `${raw.writer ?? "Somebody"}, by hand` : `${campaign}${raw.step ? `, ${raw.step}` : ""}`,
    byHand: campaign === null,
    campaign,
    why: raw.mover ? `${raw.mover} chose it` : whyThen(raw, at, reader.timeZone),
    held: raw.heldBy ? sayHeld(raw, reader) : null,
    signed,
    seal: raw.signer && raw.signedAt ? `Signed by ${raw.signer} ${clockOrDay(raw.signedAt, reader)}` : null,
    moved: raw.movedFrom
      ? `was ${clockOrDay(raw.movedFrom, reader, at)}, ${raw.mover ? `moved by ${raw.mover}` : "when it could not leave"}`
      : null,
    cancelled: raw.cancelledAt ? sayCancelled(raw, raw.cancelledAt, reader) : null,
  };
}

function whyThen(raw: RawRow, at: Temporal.Instant, here: string): string {
  const { step, stepBefore, leave, leaveZone } = raw;
  if (raw.campaign === null) {
    const who = raw.writer ?? "Somebody";
    if (leave === "good") return leaveZone ? `Next good time in ${nameCity(leaveZone)}` : "Next good time";
    if (leave !== "at") return "At once";
    const elsewhere = leaveZone ? sayThere(toDate(at), here, leaveZone) : null;
    return elsewhere ? `${elsewhere}, ${who} chose it` : `${who} chose it`;
  }
  if (raw.cameBack) return "Back in the office, as they wrote";
  if (!step || step === 1 || !stepBefore) return "Next free slot";
  const after = formatDelay({ days: raw.days ?? 0, hours: raw.hours ?? 0, minutes: raw.minutes ?? 0 });
  const before = `${stepBefore.charAt(0).toLowerCase()}${stepBefore.slice(1)}`;
  return after === "at once" ? `Right after the ${before}` : `${after} after the ${before}`;
}

const mailboxOnly = (email: string) => email.replace(/@.*$/, "@");

function sayHeld(
  { heldBy, campaign, mailbox, draftId, contactId, nextAt }: RawRow,
  reader: Reader,
): NonNullable<ScheduledRow["held"]> {
  if (!heldBy) throw new Error("Nothing holds it.");
  const words = waitWords[heldBy];
  const from = nextAt && !words.forPerson ? `, until ${formatTime(toTemporal(instantOf(nextAt)), reader)}` : "";
  const said =
    heldBy === "mailbox_signed_out"
      ? `Held until ${mailboxOnly(mailbox)} is connected.`
      : // Nothing but the stop of all sending pauses a mail by hand.
        campaign === null && heldBy === "paused"
        ? "Held: all sending is stopped."
        : `Held: ${lowerFirst(words.name)}${from}.`;
  const href = {
    mailboxes: "/settings/mailboxes",
    domains: "/settings/rules#domains",
    contact: `/contacts/${contactId}`,
    review: `/review/${draftId}`,
    draft: `/review/${draftId}`,
    resume: null,
  };
  const way = words.way && href[words.way];
  return { words: said, href: way, way: way ? (words.act ?? "Look") : null };
}

/** "Mailbox is full" inside a sentence; a name of the world outside keeps its capital. */
const lowerFirst = (name: string) => (name.startsWith("Microsoft") ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`);

function sayCancelled(
  { canceller, cancelReason, at }: RawRow,
  when: string,
  reader: Reader,
): NonNullable<ScheduledRow["cancelled"]> {
  const back = instantOf(when).getTime() + takeBackMs;
  return {
    by: canceller ?? "Somebody",
    at: formatTime(toTemporal(instantOf(when)), reader),
    reason: cancelReason === "Cancelled" ? null : cancelReason,
    backUntil: back > reader.now.epochMilliseconds && at ? new Date(back).toISOString() : null,
  };
}

/** "13:20" on the day that is meant, else "Tue 24 Nov 9:00". */
function clockOrDay(text: string, reader: Reader, day: Temporal.Instant = reader.now): string {
  const at = toTemporal(instantOf(text));
  const on = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  return Temporal.PlainDate.compare(on(at), on(day)) === 0 ? formatClock(at, reader.timeZone) : formatTime(at, reader);
}
