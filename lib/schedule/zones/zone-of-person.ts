import { isTimeZone } from "../is-time-zone";
import { zoneOfCountry } from "./zone-of-country";

const zoneColumns = ["time_zone", "timezone", "tz", "zeitzone", "fuseau_horaire"];
const countryColumns = ["country", "land", "pays", "country_code", "country_region", "pais", "paese", "kraj"];

type Person = { timeZone: string | null; fields: Record<string, string> };

/** Where somebody reads, and what says so: a person of the team, a column of a file that names a zone, or one that names a country. */
export type ReadsIn = { zone: string; by: "person" | "zone" | "country" };

/**
 * In which IANA zone a person reads, as far as it is known: what somebody of the team said, else a column of a file that names a zone, else a
 * country in which everybody has the same time. Null where nothing says so.
 */
export function readsIn({ timeZone, fields }: Person): ReadsIn | null {
  if (timeZone && isTimeZone(timeZone)) return { zone: timeZone, by: "person" };
  const named = zoneColumns.map((column) => fields[column]?.trim() ?? "").find((zone) => zone !== "" && isTimeZone(zone));
  if (named) return { zone: named, by: "zone" };
  const country = countryColumns.map((column) => fields[column]?.trim() ?? "").find((name) => name !== "");
  const zone = country ? zoneOfCountry(country) : null;
  return zone === null ? null : { zone, by: "country" };
}

/** The same without what says so. */
export function zoneOfPerson(person: Person): string | null {
  return readsIn(person)?.zone ?? null;
}
