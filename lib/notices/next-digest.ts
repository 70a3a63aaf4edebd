import { Temporal } from "temporal-polyfill";

/** When the next digest leaves after `now`: at that time of day on the team's clock, whatever the clocks do in between. @param digestAt "08:30" */
export function nextDigest(digestAt: string, timeZone: string, now: Date): Date {
  const from = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const time = Temporal.PlainTime.from(digestAt);
  // A time that the clocks skip is as much later, and of one that comes twice it is the first.
  const on = (days: number) => from.toPlainDate().add({ days }).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
  const today = on(0);
  return new Date(today > now.getTime() ? today : on(1));
}
