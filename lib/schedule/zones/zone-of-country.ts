import { Temporal } from "temporal-polyfill";
import { isTimeZone } from "../is-time-zone";

/** Where the clocks of a country differ on the map alone: everybody keeps the capital's time. */
const oneByLaw: Record<string, string> = { CN: "Asia/Shanghai" };

/** In the languages in which files name countries. */
const languages = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "cs"];
/** How people write them besides. */
const alsoCalled: Record<string, string> = {
  usa: "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "czech republic": "CZ",
  holland: "NL",
  "the netherlands": "NL",
};

let codes: Map<string, string> | null = null;

/** Every name and code of a country, in lower case. Made once: it asks Intl some thousand times. */
function countryCodes(): Map<string, string> {
  if (codes) return codes;
  const found = new Map(Object.entries(alsoCalled));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => zonesOf(code).length > 0);
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of all) {
      const name = names.of(code);
      if (name) found.set(name.toLowerCase(), code);
    }
  }
  for (const code of all) found.set(code.toLowerCase(), code);
  codes = found;
  return found;
}

/** Node 20 knows them as a property, later ones as a method. */
function zonesOf(code: string): string[] {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

const winter = Temporal.Instant.from("2026-01-15T00:00:00Z");
const summer = Temporal.Instant.from("2026-07-15T00:00:00Z");
const offsets = (zone: string) => [winter, summer].map((at) => at.toZonedDateTimeISO(zone).offsetNanoseconds).join();

/** The zone of a country in which everybody has the same time, by its name or code; null for any other text, and where times differ. */
export function zoneOfCountry(country: string): string | null {
  const code = countryCodes().get(country.trim().toLowerCase());
  if (!code) return null;
  if (oneByLaw[code]) return oneByLaw[code];
  const zones = zonesOf(code).filter(isTimeZone);
  const [first] = zones;
  return first && zones.every((zone) => offsets(zone) === offsets(first)) ? first : null;
}
