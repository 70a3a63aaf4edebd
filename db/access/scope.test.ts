import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { withoutValues } from "./scope";
import { withSystem } from "./with-system";
import { withTeam } from "./with-team";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const scope = { teamId: crypto.randomUUID(), memberId: null };
const failureOf = (statement: ReturnType<typeof sql>) =>
  withTeam(scope, (tx) => tx.execute(statement)).then(
    () => null,
    (error: unknown) => error as Error & { cause?: { code?: string } },
  );
const allOf = (error: Error | null) =>
  [
    error?.message,
    error?.stack,
    JSON.stringify(error),
    JSON.stringify(error?.cause),
    error?.cause instanceof Error ? error.cause.stack : "",
  ].join(" ");

test.each([
  ["a team's", () => withTeam(scope, () => withTeam(scope, async () => 1))],
  ["the system's", () => withSystem("sign-in", () => withTeam(scope, async () => 1))],
  ["the system's in a team's", () => withTeam(scope, () => withSystem("sign-in", async () => 1))],
])("a scope inside another is refused: %s", async (_name, open) => {
  await expect(open()).rejects.toThrow(/was opened inside another/);
});

test("a scope ends with its transaction, also when that fails", async () => {
  await expect(
    withTeam(scope, async () => {
      throw new Error("midway");
    }),
  ).rejects.toThrow("midway");
  const [row] = await withTeam({ ...scope, teamId: crypto.randomUUID() }, (tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from members`),
  );
  expect(row?.n).toBe(0);
});

test("a failed statement keeps its code and loses its values, so that no log holds them", async () => {
  const error = await failureOf(sql`insert into no_such_table (body) values (${"the text of a mail"})`);
  expect(error?.message).toContain("insert into no_such_table");
  expect(error?.cause?.code).toBe("42P01");
  expect(allOf(error)).not.toContain("the text of a mail");
});

test("nor the row that a constraint refused", async () => {
  const error = await failureOf(
    sql`insert into suppressions (team_id, email_norm, reason) values (${scope.teamId}, ${"lena@x.example"}, ${"no such reason"})`,
  );
  expect(error?.cause?.code).toBe("23514");
  expect(allOf(error)).not.toContain("lena@x.example");
});

test("nor a value that is none of its type", async () => {
  const error = await failureOf(sql`select ${"lena@x.example"}::uuid`);
  expect(error?.cause?.code).toBe("22P02");
  expect(allOf(error)).toContain("invalid input syntax for type uuid");
  expect(allOf(error)).not.toContain("lena@x.example");
});

test("also where a bundle made the error of another copy of the same class", () => {
  const error = Object.assign(new Error("Failed query: select 1\nparams: secret"), { query: "select 1", params: ["secret"] });
  expect(withoutValues(error)).toBe(error);
  expect(allOf(error)).not.toContain("secret");
});
