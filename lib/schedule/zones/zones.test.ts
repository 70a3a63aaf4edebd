import { expect, test } from "vitest";
import { zoneOfCountry } from "./zone-of-country";
import { zoneOfPerson } from "./zone-of-person";

test.each([
  ["Germany", "Europe/Berlin"],
  ["Deutschland", "Europe/Berlin"],
  ["Allemagne", "Europe/Berlin"],
  ["pl", "Europe/Warsaw"],
  ["Japan", "Asia/Tokyo"],
  ["UK", "Europe/London"],
  ["China", "Asia/Shanghai"],
  // As the time zone database names them, and files of other programs.
  ["Hong Kong", "Asia/Hong_Kong"],
  ["Turkey", "Europe/Istanbul"],
  ["Korea (South)", "Asia/Seoul"],
  ["Korea, Republic of", "Asia/Seoul"],
  ["Côte d'Ivoire", "Africa/Abidjan"],
  ["St Lucia", "America/St_Lucia"],
  ["ÖSTERREICH", "Europe/Vienna"],
  ["Bosnia & Herzegovina", "Europe/Sarajevo"],
  ["United States", null],
  ["España", null],
  ["Australia", null],
  ["Atlantis", null],
  ["", null],
])("%s has one time: %s", (country, zone) => {
  expect(zoneOfCountry(country)).toBe(zone);
});

test("what a person said outranks a file, and a zone outranks a country", () => {
  const fields = { country: "Germany", timezone: "Europe/Lisbon" };
  expect(zoneOfPerson({ timeZone: "Asia/Tokyo", fields })).toBe("Asia/Tokyo");
  expect(zoneOfPerson({ timeZone: null, fields })).toBe("Europe/Lisbon");
  expect(zoneOfPerson({ timeZone: "Mars/Olympus", fields: { country: "Germany", timezone: "soon" } })).toBe("Europe/Berlin");
  expect(zoneOfPerson({ timeZone: null, fields: { city: "Denver" } })).toBeNull();
});
