import { expect, test } from "vitest";
import { readsIn } from "../schedule/zones/zone-of-person";
import { slugHeaders, suggestMapping } from "./suggest-mapping";

test.each([
  ["Time zone", "America/Denver", "zone"],
  ["timezone", "America/Denver", "zone"],
  ["Time-Zone", "America/Denver", "zone"],
  ["TimeZone", "America/Denver", "zone"],
  ["TZ", "America/Denver", "zone"],
  ["Zeitzone", "America/Denver", "zone"],
  ["Fuseau horaire", "America/Denver", "zone"],
  ["Country", "Germany", "country"],
  ["COUNTRY CODE", "DE", "country"],
  ["Country/Region", "Germany", "country"],
  ["Land", "Deutschland", "country"],
  ["Pays", "Allemagne", "country"],
  ["País", "Alemania", "country"],
  ["Paese", "Germania", "country"],
  ["Kraj", "Niemcy", "country"],
])("a column “%s” stays a field, from which it is known where a person reads", (header, value, by) => {
  const [slug = ""] = slugHeaders([header]);
  expect(suggestMapping([header], [])).toEqual([{ header, target: `field:${slug}` }]);
  expect(readsIn({ timeZone: null, fields: { [slug]: value } })?.by).toBe(by);
});
