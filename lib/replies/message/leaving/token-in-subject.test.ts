import { expect, test } from "vitest";
import { quickest } from "../../../env/testing/quickest";
import { isBareToken, tokenInSubject } from "./token-in-subject";

const token = "0123456789abcdef".repeat(4);
const base64 = Buffer.from(`unsubscribe ${token}`).toString("base64");

test.each([
  ["as our address says", `unsubscribe ${token}`],
  ["in capitals", `UNSUBSCRIBE ${token.toUpperCase()}`],
  ["as an answer", `Re: unsubscribe ${token}`],
  ["handed on", `WG: Fwd: unsubscribe ${token}`],
  ["marked by a gateway", `[EXTERN] unsubscribe ${token}`],
  ["with words around it", `Please, unsubscribe ${token}, thank you: a bad day`],
  ["folded between the two", `unsubscribe\r\n\t${token}`],
  ["folded within the token", `unsubscribe ${token.slice(0, 40)}\r\n ${token.slice(40)}`],
  ["its blank left undecoded", `unsubscribe%20${token}`],
  ["its blank encoded twice", `unsubscribe%2520${token}`],
  ["its blank as a plus", `unsubscribe+${token}`],
  ["all of it left undecoded", `=?utf-8?q?unsubscribe_${token}?=`],
  ["in encoded words", `=?utf-8?Q?unsubscribe=20${token.slice(0, 20)}?=\r\n =?utf-8?Q?${token.slice(20)}?=`],
  ["in base64", `=?UTF-8?B?${base64}?=`],
  ["with a blank of another kind", `unsubscribe\u00a0${token}`],
  ["with marks that are not seen", `\u200eunsubscribe \u200b${token}`],
  ["with a colon", `unsubscribe: ${token}`],
])("is found %s", (_, subject) => {
  expect(tokenInSubject(subject)).toBe(token);
});

test.each([
  ["nothing", ""],
  ["the word alone", "unsubscribe"],
  ["the word among others", "Please unsubscribe me"],
  ["the token alone", token],
  ["a token that was cut", `unsubscribe ${token.slice(1)}`],
  ["more than a token", `unsubscribe ${token}0`],
  ["what is no hex", `unsubscribe ${"g".repeat(64)}`],
  ["words between them", `unsubscribe me from this list ${token}`],
  ["the test copy's", "unsubscribe preview"],
])("is not found in %s", (_, subject) => {
  expect(tokenInSubject(subject)).toBeNull();
});

test("a subject that is made to be slow is read at once", async () => {
  const hostile = [`unsubscribe ${" ".repeat(2000)}`, "unsubscribe 0 ".repeat(140), "=?a?q?".repeat(330), "%2".repeat(1000)];
  expect(await quickest(() => hostile.map(tokenInSubject), 1000, 5)).toBeLessThan(1000);
});

test("it is bare where nothing else stands there, but for a gateway's mark", () => {
  for (const bare of [`unsubscribe ${token}`, `[EXTERN] unsubscribe ${token}`, `(External) [Ext] unsubscribe%20${token}`])
    expect(isBareToken(bare)).toBe(true);
  for (const more of [`Re: unsubscribe ${token}`, `Automatic reply: unsubscribe ${token}`, `unsubscribe ${token} please`])
    expect(isBareToken(more)).toBe(false);
});
