import { expect, test } from "vitest";
import { sayRate } from "./say-rate";

const mails: [string, string] = ["mail", "mails"];

test("a share says of what it is", () => expect(sayRate(8, 70, mails)).toEqual({ value: "11.4%", of: "8 of 70 mails" }));

test("few are counted out, without a share", () => {
  expect(sayRate(3, 40, mails)).toEqual({ value: "3", of: "of 40 mails" });
  expect(sayRate(0, 49, mails)).toEqual({ value: "0", of: "of 49 mails" });
  expect(sayRate(1, 1, mails)).toEqual({ value: "1", of: "of 1 mail" });
  expect(sayRate(0, 50, mails).value).toBe("0.0%");
});

test("of nothing there is no share", () => expect(sayRate(0, 0, mails)).toEqual({ value: "none yet", of: "" }));

test("many are grouped", () => expect(sayRate(1200, 48_000, mails)).toEqual({ value: "2.5%", of: "1,200 of 48,000 mails" }));
