import { expect, test } from "vitest";
import { boundaries, drawStrikes, type Strike, targets } from "./draw-strikes";
import { endpointOf, endpoints, faultModes } from "./faults";

function drawn(seed: number, count: number): Strike[] {
  const strikes = drawStrikes(seed);
  return Array.from({ length: count }, () => strikes.next().value);
}

test("the same seed draws the same strikes, another seed others", () => {
  expect(drawn(7, 300)).toEqual(drawn(7, 300));
  expect(drawn(7, 300)).not.toEqual(drawn(8, 300));
});

test("every target is killed at every boundary, and as often at random, before anything comes twice", () => {
  const round = targets.length * boundaries.length * 2;
  const killed = (from: number) => drawn(3, round * 2).slice(from, from + round);
  for (const from of [0, round]) {
    const names = killed(from).map(({ target, boundary }) => `${target} ${boundary}`);
    expect(new Set(names).size).toBe(targets.length * (boundaries.length + 1));
    expect(names.filter((name) => name.endsWith("at random"))).toHaveLength(round / 2);
  }
});

test("each fault strikes at each endpoint before anything comes twice", () => {
  const round = Object.keys(faultModes).length * Object.keys(endpoints).length;
  const faults = drawn(3, round).map(({ fault }) => `${fault.mode} at ${fault.endpoint}`);
  expect(Object.keys(faultModes)).toHaveLength(9);
  expect(new Set(faults).size).toBe(round);
});

test.each([
  ["POST", "/me/messages", "POST /me/messages"],
  ["GET", "/me/messages/AAMk1", "GET /me/messages/{id}"],
  ["PATCH", "/me/messages/AAMk1", "PATCH /me/messages/{id}"],
  ["POST", "/me/messages/AAMk1/send", "POST /me/messages/{id}/send"],
  ["GET", "/me/mailFolders('inbox')/messages/delta", "GET /me/mailFolders/inbox/messages/delta"],
  ["GET", "/me/mailFolders/drafts/messages", "GET /me/mailFolders/drafts/messages"],
  ["GET", "/me/mailFolders/recoverableitemsdeletions/messages", "GET /me/mailFolders/{name}/messages"],
  ["GET", "/me/mailFolders/inbox", "GET /me/mailFolders/{name}"],
  ["DELETE", "/me/messages/AAMk1", "DELETE /me/messages/{id}"],
  ["DELETE", "/me/messages/AAMk1/send", null],
  ["GET", "/me/calendar", null],
])("%s %s is listed as %s", (method, path, name) => {
  expect(endpointOf(method, path)).toBe(name);
});
