import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { changedSince } from "./last-changes";
import { readTopics } from "./topic";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const wanted = readTopics("templates");
/** Longer ago than clocks of machines differ, and after this process began to hear. */
const aMomentAgo = () => Date.now() - 100;

test("a page is read anew after its stream opened only if something it shows changed since it was made", async () => {
  const [own, other] = [await seedTeam(db.admin), await seedTeam(db.admin)];
  expect(changedSince(own.teamId, wanted, Date.now()), "nobody has heard yet").toBe(true);
  await vi.waitFor(() => expect(changedSince(own.teamId, wanted, aMomentAgo())).toBe(false), { timeout: 5000, interval: 100 });
  await db.admin`insert into email_templates (team_id, name, template_content) values (${own.teamId}, 'Hello', 'Hi')`;
  await vi.waitFor(() => expect(changedSince(own.teamId, wanted, aMomentAgo())).toBe(true));
  expect(changedSince(own.teamId, readTopics("contacts"), aMomentAgo())).toBe(false);
  expect(changedSince(other.teamId, wanted, aMomentAgo())).toBe(false);
  expect(changedSince(other.teamId, wanted, Number.NaN), "who does not say when").toBe(true);
});

test("an address that names no topics, as of an earlier build, asks for all of them", () => {
  expect(readTopics(null).size).toBe(10);
  expect([...readTopics("review,sending,nonsense")]).toEqual(["review", "sending", "everything"]);
});
