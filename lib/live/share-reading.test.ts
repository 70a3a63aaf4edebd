import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { toldSince } from "./last-changes";
import { forgetReadings, shareReading } from "./share-reading";

let db: TestDatabase;
let [own, other] = ["", ""];
beforeAll(async () => {
  db = await testDatabase();
  [own, other] = [(await seedTeam(db.admin)).teamId, (await seedTeam(db.admin)).teamId];
  // Until it hears.
  await vi.waitFor(() => expect(toldSince(own, Date.now() - 1)).toBe(false), { timeout: 5000, interval: 50 });
  await new Promise((done) => setTimeout(done, 300));
});
afterAll(() => db.close());

let readings = 0;
const ask = (teamId = own, name = "numbers") => shareReading(teamId, name, async () => ++readings);
const change = (teamId: string) =>
  db.admin`insert into email_templates (team_id, name, template_content) values (${teamId}, 'Hello', 'Hi')`;
const heardAt = (teamId: string, at: number) => vi.waitFor(() => expect(toldSince(teamId, at)).toBe(true));

test("of two hundred who ask one reads, and the next does once something of the team has changed", async () => {
  const all = await Promise.all(Array.from({ length: 200 }, () => ask()));
  expect(new Set(all).size).toBe(1);
  expect(await ask()).toBe(all[0]);
  const at = Date.now();
  await change(own);
  await heardAt(own, at);
  expect(await ask()).not.toBe(all[0]);
});

test("another team and another reading are others', and another team's change is none of ours", async () => {
  const [mine, theirs, more] = [await ask(), await ask(other), await ask(own, "others")];
  expect(new Set([mine, theirs, more]).size).toBe(3);
  const at = Date.now();
  await change(other);
  await heardAt(other, at);
  expect(await ask()).toBe(mine);
  expect(await ask(other)).not.toBe(theirs);
});

test("a change that was told while it was read has it read anew", async () => {
  const slow = shareReading(own, "slow", async () => {
    await new Promise((done) => setTimeout(done, 500));
    return ++readings;
  });
  const at = Date.now();
  await change(own);
  await heardAt(own, at);
  const next = shareReading(own, "slow", async () => ++readings);
  expect(await next).not.toBe(await slow);
});

test("whoever acted sees what they did, and what could not be read is read by the next", async () => {
  const before = await ask();
  forgetReadings(own);
  const after = await ask();
  expect(after).not.toBe(before);
  forgetReadings(other);
  expect(await ask()).toBe(after);
  await expect(shareReading(own, "broken", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await shareReading(own, "broken", async () => "there")).toBe("there");
});

test("what nobody changed is read anew after a while, for the clock goes on", async () => {
  const before = await ask();
  const later = Date.now() + 5001;
  const clock = vi.spyOn(Date, "now").mockReturnValue(later);
  expect(await ask()).not.toBe(before);
  clock.mockRestore();
});
