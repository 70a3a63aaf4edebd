import { Temporal } from "temporal-polyfill";

/**
 * Whether a text names a time zone that everything here can count in. Intl also takes abbreviations, Temporal offsets and whole
 * dates, and both the "SystemV/" names that Postgres has never heard of.
 */
export function isTimeZone(name: string): boolean {
  if (/^SystemV\//i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
