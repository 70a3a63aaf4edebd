import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type Activity, type Verb, verbs } from "@/db/schema/events";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { recordActivity } from "./record-activity";

const at = new Date("2026-11-26T10:00:00Z");
const every = Object.keys(verbs) as Verb[];
let db: TestDatabase;
let scope: { teamId: string; memberId: string };

beforeAll(async () => {
  db = await testDatabase();
  const { teamId, members } = await seedTeam(db.admin);
  scope = { teamId, memberId: members[0]?.id ?? "" };
});
afterAll(() => db.close());

describe("the record of who did what", () => {
  it.each(every)("keeps time, team and person of %s", async (verb) => {
    await withTeam(scope, (tx) =>
      recordActivity(tx, scope, { verb, at, detail: { told: verb } } as unknown as Activity & { at: Date }),
    );
    expect(await db.admin`select team_id, member_id, at, detail from activities where verb = ${verb}`).toEqual([
      { team_id: scope.teamId, member_id: scope.memberId, at, detail: { told: verb } },
    ]);
  });

  it("knows no other verb", async () => {
    const insert = db.admin`insert into activities (team_id, at, verb) values (${scope.teamId}, ${at}, 'yawned')`;
    await expect(insert).rejects.toMatchObject({ constraint_name: "activities_verb" });
  });

  it("has one way in; a database that is moved here writes its first line", () => {
    const writers = sources().filter(({ text }) => /insert\(activities\)|insert into activities/.test(text));
    expect(writers.map(({ file }) => file).sort()).toEqual(["db/adopt/adopt-database.ts", "lib/events/record-activity.ts"]);
  });

  it("has no verb that nothing writes", () => {
    const texts = sources().filter(({ file, text }) => text.includes("recordActivity(") || file.startsWith("db/adopt/"));
    // What a migration does by itself stands in the record, too.
    const migrations = readdirSync(join(import.meta.dirname, "../../drizzle"))
      .filter((file) => file.endsWith(".sql"))
      .map((file) => readFileSync(join(import.meta.dirname, "../../drizzle", file), "utf8"))
      .flatMap((text) => text.split("--> statement-breakpoint"))
      .filter((statement) => statement.includes("insert into activities"));
    const unwritten = every.filter(
      (verb) => !texts.some(({ text }) => text.includes(`"${verb}"`)) && !migrations.some((text) => text.includes(`'${verb}'`)),
    );
    expect(unwritten).toEqual([]);
  });
});

function sources(): { file: string; text: string }[] {
  const root = join(import.meta.dirname, "../..");
  return ["app", "db", "inngest", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing\//.test(file))
      .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(root, folder, file), "utf8") })),
  );
}
