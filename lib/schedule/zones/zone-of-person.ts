import { isTimeZone } from "../is-time-zone";
import { zoneOfCountry } from "./zone-of-country";

const zoneColumns = ["time_zone", "timezone", "tz", "zeitzone", "fuseau_horaire"];
const countryColumns = ["country", "land", "pays", "country_code", "country_region", "pais", "paese", "kraj"];

/**
 * In which IANA zone a person reads, as far as it is known: what somebody of the team said, else a column of a file that names a zone, else a
 * country in which everybody has the same time. Null where nothing says so.
 */
export function zoneOfPerson({ timeZone, fields }: { timeZone: string | null; fields: Record<string, string> }): string | null {
  if (timeZone && isTimeZone(timeZone)) return timeZone;
  const named = zoneColumns.map((column) => fields[column]?.trim() ?? "").find((zone) => zone !== "" && isTimeZone(zone));
  if (named) return named;
  const country = countryColumns.map((column) => fields[column]?.trim() ?? "").find((name) => name !== "");
  return country ? zoneOfCountry(country) : null;
}
