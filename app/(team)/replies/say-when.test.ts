import { expect, test } from "vitest";
import { sayWhen } from "./say-when";

const now = new Date("2026-11-24T17:30:00Z");

test.each([
  ["2026-11-24T17:29:00Z", "12:29"],
  ["2026-11-24T04:00:00Z", "Mon"],
  ["2026-11-20T17:00:00Z", "Fri"],
  ["2026-11-17T17:00:00Z", "17 Nov"],
  ["2025-12-17T17:00:00Z", "17 Dec 2025"],
])("what came at %s is said to be of %s", (at, said) => expect(sayWhen(new Date(at), now, "America/New_York")).toBe(said));
