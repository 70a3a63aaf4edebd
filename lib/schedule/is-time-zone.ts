import { Temporal } from "temporal-polyfill";

/** Where clocks follow a place: "Area/City" as the IANA names it, or UTC. */
const named = /^(UTC|[A-Z][A-Za-z]+\/.+)$/;
/** What Intl alone still knows: names that the IANA never had, or has dropped. */
const ofIntlAlone = /^(SystemV\/|US\/Pacific-New$|Canada\/East-Saskatchewan$)/;

/**
 * Whether a text names a time zone that the engine and Postgres both know, and read alike: an IANA name as it is written, links such as
 * "Asia/Kolkata" among them. No offset (Postgres reads "+05:30" the other way round), no abbreviation ("AET" is Sydney to Intl alone,
 * "CET" has no summer in Postgres), no name in other capitals. The database refuses the same (`app_private.known_zone`).
 */
export function isTimeZone(name: string): boolean {
  if (!named.test(name) || ofIntlAlone.test(name)) return false;
  try {
    // Asked of Intl, and given back with the capitals it has, and otherwise as it was.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
