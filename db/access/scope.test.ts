import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { withoutValues } from "./scope";
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

test("also where a bundle made the error of another copy of the same class", () => {
  const error = Object.assign(new Error("Failed query: select 1\nparams: secret"), { query: "select 1", params: ["secret"] });
  expect(withoutValues(error)).toBe(error);
  expect(allOf(error)).not.toContain("secret");
});
