import { expect, test } from "vitest";
import { isSameProperty } from "./is-same-property";

const set = "{00020386-0000-0000-C000-000000000046}";

test.each([
  ["String 0x1a", "String 0x001A"],
  ["string 0X1A", "String 0x001A"],
  ["  String   0x0000001a ", "String 0x001A"],
  [`String ${set.toLowerCase()} Name x-key`, `String ${set} Name x-key`],
  [`Integer ${set} Id 0x8102`, `integer ${set.toLowerCase()} id 0x00008102`],
])("%s is %s", (one, other) => {
  expect(isSameProperty(one, other)).toBe(true);
});

test.each([
  ["Binary 0x1a", "String 0x001A"],
  ["String 0x1a0", "String 0x001A"],
  [`String ${set} Name X-Key`, `String ${set} Name x-key`],
  [`String ${set} Name 0x1a`, `String ${set} Id 0x1a`],
  ["String 0x1a", `String ${set} Id 0x1a`],
  ["", "String 0x001A"],
  ["String", "String"],
  [null, "String 0x001A"],
  [undefined, "String 0x001A"],
])("%s is not %s", (one, other) => {
  expect(isSameProperty(one, other)).toBe(false);
});
