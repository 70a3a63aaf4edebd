import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { shareFrame } from "./read-shell";
import type { Frame } from "./shell-data";
import { watchFrame } from "./watch-frame";

vi.mock("./read-shell", async (original) => ({
  shareFrame: vi.fn((await original<{ shareFrame: () => unknown }>()).shareFrame),
}));

let db: TestDatabase;
let mail: ReadyMail;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
  mail = await seedReadyMail(db.admin, new Date("2026-11-24T22:00:00Z"));
});
afterAll(() => db.close());

test("of ten changes in a second two hundred pages are told, by a reading or two, and never of anybody's person", async () => {
  const member = { ...mail.scope, timezone: "UTC", teamTimezone: "UTC", email: "anna@contoso.com" } as Member;
  const told = new Map<number, Frame[]>();
  const stops = Array.from({ length: 200 }, (_, at) =>
    watchFrame(member, (frame) => told.set(at, [...(told.get(at) ?? []), frame]), false),
  );
  // Until it hears: the first to listen asks the database to.
  await vi.waitFor(
    async () => {
      await db.admin`update campaigns set name = 'Begun' where id = ${mail.campaignId}`;
      expect(told.size).toBe(200);
    },
    { timeout: 10_000, interval: 300 },
  );
  await new Promise((done) => setTimeout(done, 1500));
  vi.mocked(shareFrame).mockClear();
  told.clear();
  for (let at = 1; at <= 10; at += 1) {
    await db.admin`update campaigns set name = ${`Spring ${at}`} where id = ${mail.campaignId}`;
    await new Promise((done) => setTimeout(done, 50));
  }
  const newest = () => [...told.values()].filter((frames) => frames.at(-1)?.campaigns[0]?.name === "Spring 10").length;
  await vi.waitFor(() => expect(newest()).toBe(200), { timeout: 5000 });
  expect(vi.mocked(shareFrame).mock.calls.length).toBeLessThanOrEqual(3);
  expect(JSON.stringify(told.get(7))).not.toContain('anna@contoso.com","role');
  expect(told.get(7)?.[0]).not.toHaveProperty("person");
  for (const stop of stops) stop();
});
