import { Temporal } from "temporal-polyfill";
import { isTimeZone } from "../is-time-zone";

/** Where the clocks of a country differ on the map alone: everybody keeps the capital's time. */
const oneByLaw: Record<string, string> = { CN: "Asia/Shanghai" };

/** In the languages in which files name countries. */
const languages = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "cs"];
/** How people and files write them besides, as `plain` has it: names of before, of other lists, and of parts that keep the same time. */
const alsoCalled: Record<string, string> = {
  usa: "US",
  "united states of america": "US",
  "great britain": "GB",
  "britain uk": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  "czech republic": "CZ",
  holland: "NL",
  "the netherlands": "NL",
  turkey: "TR",
  macau: "MO",
  "east timor": "TL",
  "ivory coast": "CI",
  swaziland: "SZ",
  "eswatini swaziland": "SZ",
  "korea south": "KR",
  "republic of korea": "KR",
  "korea republic of": "KR",
  "korea north": "KP",
  "republic of ireland": "IE",
  uae: "AE",
};

/** Without capitals, marks on letters and signs, so that "Côte d’Ivoire" and "cote d'ivoire", "St. Lucia" and "St Lucia" are one. */
function plain(name: string): string {
  const bare = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare
    .replaceAll("&", " and ")
    .replace(/[.'’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

let codes: Map<string, string> | null = null;

/** Every name and code of a country, as `plain` has it. Made once: it asks Intl some thousand times. */
function countryCodes(): Map<string, string> {
  if (codes) return codes;
  const found = new Map(Object.entries(alsoCalled));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => zonesOf(code).length > 0);
  for (const language of languages) {
    // "Hong Kong SAR China" and "Hong Kong".
    for (const style of ["long", "short"] as const) {
      const names = new Intl.DisplayNames(language, { type: "region", fallback: "none", style });
      for (const code of all) {
        const name = names.of(code);
        if (name) found.set(plain(name), code);
      }
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
  const code = countryCodes().get(plain(country));
  if (!code) return null;
  if (oneByLaw[code]) return oneByLaw[code];
  const zones = zonesOf(code).filter(isTimeZone);
  const [first] = zones;
  return first && zones.every((zone) => offsets(zone) === offsets(first)) ? first : null;
}
