import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../auth/member";
import { stubSettings } from "../env/testing/stub-settings";
import { type ReadyMail, seedReadyMail } from "../sending/testing/seed-ready-mail";
import { readShell } from "./read-shell";

let db: TestDatabase;
let mail: ReadyMail;
/** 15:00 in New York, whose day ends at 5:00 UTC. */
const now = new Date("2026-11-24T20:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedReadyMail(db.admin, new Date("2026-11-24T22:00:00Z"));
});

const shell = () => readShell({ ...mail.scope, timezone: "America/New_York", teamTimezone: "America/New_York" } as Member, now);
const inTeam = (statement: string) => db.admin.unsafe(`${statement} where team_id = '${mail.scope.teamId}'`);

describe("the pulse", () => {
  test("sends while a mail has its minute today, and counts it", async () => {
    expect((await shell()).pulse).toMatchObject({
      state: "sending",
      sentToday: 0,
      plannedToday: 1,
      next: { mailbox: "anna@contoso.com" },
    });
  });

  test("has nothing more today when the next mail leaves after the team's midnight", async () => {
    await inTeam("update scheduled_emails set scheduled_for = '2026-11-25T05:30:00Z'");
    expect((await shell()).pulse).toMatchObject({ state: "later", plannedToday: 0, next: { at: "2026-11-25T05:30:00.000Z" } });
  });

  test.each([
    ["is signed out", "update sender_accounts set status = 'signed_out'"],
    ["has no licence", "update sender_accounts set trouble = 'no_licence'"],
  ])("counts to no mail of a mailbox that %s, and marks its campaign", async (_, statement) => {
    await inTeam(statement);
    expect(await shell()).toMatchObject({ brokenSettings: 1, campaigns: [{ name: "C", held: true }], pulse: { next: null } });
  });

  test("says who stopped everything and when", async () => {
    await db.admin`insert into team_stops (team_id, stopped_by, stopped_at) values (${mail.scope.teamId}, ${mail.scope.memberId}, ${now})`;
    expect((await shell()).pulse).toMatchObject({
      state: "stopped",
      stoppedBy: "Anna Keller",
      stoppedAt: now.toISOString(),
      next: null,
    });
  });
});
