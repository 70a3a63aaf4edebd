import { isTimeZone } from "./is-time-zone";

/** The zone that a name of a browser stands for, where the engine and Postgres both know it: "UTC" for "GMT", New York for "EST5EDT". Null for what is none. */
export function knownZone(ofBrowser: string): string | null {
  if (isTimeZone(ofBrowser)) return ofBrowser;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: ofBrowser }).resolvedOptions();
    return isTimeZone(timeZone) ? timeZone : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
