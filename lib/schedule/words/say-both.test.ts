import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { nameCity } from "./name-city";
import { sayBoth } from "./say-both";

const reader = { now: Temporal.Instant.from("2026-11-26T12:00:00Z"), timeZone: "Europe/Lisbon" };

test.each([
  // A window of New York that opens at midnight.
  ["2026-11-29T05:00:00Z", "America/New_York", "Sun 29 Nov 0:00 in New York (5:00 here)"],
  ["2026-11-29T01:00:00Z", "America/New_York", "Sat 28 Nov 20:00 in New York (Sun 1:00 here)"],
  ["2026-11-26T14:00:00Z", "America/New_York", "today 9:00 in New York (14:00 here)"],
  ["2026-11-26T14:00:00Z", "Europe/London", "today 14:00"],
  ["2026-11-26T14:00:00Z", "Europe/Lisbon", "today 14:00"],
])("%s in %s is said as %s", (at, there, said) => expect(sayBoth(new Date(at), reader, there)).toBe(said));

test("an offset of before is named as what it is", () => {
  expect(["+05:30", "-03:00", "Etc/GMT-2"].map(nameCity)).toEqual(["UTC+5:30", "UTC−3", "UTC+2"]);
});
