import { expect, test } from "vitest";
import { checkAddress } from "./check-address";

test.each(["anna@contoso.com", "jos\u00e9@b\u00fccher.example", "x@xn--bcher-kva.example"])("%j is an address", (email) => {
  expect(checkAddress(email)).toBeNull();
});

test.each([
  ["x\u200b@y.example", /nobody sees/],
  ["x@y\u00ad.example", /nobody sees/],
  ["jose\u0301@y.example", /unusual way/],
  ["\uff58@y.example", /unusual way/],
])("%j would be another person than who writes it plainly", (email, says) => {
  expect(checkAddress(email)).toMatch(says);
});

test.each([
  "two@at@x.example",
  "anna@x.example.",
  "anna.@x.example",
  "anna keller@x.example",
  "anna\uff20x.example",
  '"anna"@x.example',
  "anna@x.example, ben@x.example",
  "anna@x.example;ben@x.example",
  `anna@${"x.".repeat(130)}example`,
  "an\u0007na@x.example",
  "an\u202ena@x.example",
  "anna\u200f@x.example",
  "anna@x",
  "@x.example",
  "anna@",
])("%j is refused with a sentence", (email) => {
  expect(checkAddress(email)).toMatch(/^[A-Z].{8,}$/);
});

test.each([
  ["p\u0430ul@x.example", /looks like another/],
  ["paul@p\u0430ypal.example", /looks like another/],
  ["paul@xn--pypal-4ve.example", /looks like another/],
])("%j holds a letter of another alphabet in the shape of a Latin one", (email, says) => {
  expect(checkAddress(email)).toMatch(says);
});

test.each(["иван@почта.example", "ivan@почта.example", "ivan.петров@x.example", "太郎tanaka@x.example"])(
  "%j is one person's way of writing",
  (email) => {
    expect(checkAddress(email)).toBeNull();
  },
);
