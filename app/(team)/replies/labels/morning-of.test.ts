import { expect, test } from "vitest";
import { morningOf } from "./morning-of";

test.each([
  ["UTC", "2027-03-01T08:00:00.000Z"],
  ["Europe/Berlin", "2027-03-01T07:00:00.000Z"],
  ["America/New_York", "2027-03-01T13:00:00.000Z"],
  ["Asia/Kolkata", "2027-03-01T02:30:00.000Z"],
  ["Pacific/Auckland", "2027-02-28T19:00:00.000Z"],
])("eight in the morning in %s", (zone, at) => {
  expect(morningOf("2027-03-01", zone).toISOString()).toBe(at);
});
