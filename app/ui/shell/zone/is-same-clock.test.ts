import { expect, test } from "vitest";
import { isSameClock } from "./is-same-clock";

const now = new Date("2026-11-23T12:00:00Z");

test.each([
  ["Europe/Berlin", "Europe/Paris", true],
  ["Asia/Calcutta", "Asia/Kolkata", true],
  ["Europe/Lisbon", "Europe/Berlin", false],
  // The same in winter alone.
  ["America/Phoenix", "America/Denver", false],
])("%s and %s show the same time: %s", (one, other, same) => expect(isSameClock(one, other, now)).toBe(same));
