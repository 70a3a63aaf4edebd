import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateDatabase } from "../migrate";
import { type TestDatabase, testDatabase } from "../testing/test-database";
import { checkStatements } from "./check-statements";
import { dumpTables } from "./dump-tables";
import { distinct, readStatements, shapeOf } from "./statements";

/** What is kept of the newest release: while a new version is rolled out, its processes go on beside it on the new tables. */
const folder = fileURLToPath(new URL("../../drizzle/releases", import.meta.url));
const byVersion = new Intl.Collator("en", { numeric: true });
const tags = readdirSync(folder)
  .flatMap((name) => /^(v\d+\.\d+\.\d+)\.sql$/.exec(name)?.[1] ?? [])
  .sort(byVersion.compare);
const tag = tags.at(-1);
const statements = readStatements(`${folder}/${tag}-statements.jsonl.gz`);

let db: TestDatabase;
let made: string;
beforeAll(async () => {
  const fresh = await testDatabase();
  made = await dumpTables(fresh.admin);
  await fresh.close();
  db = await testDatabase(async ({ ownerUrl }) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await sql.unsafe(readFileSync(`${folder}/${tag}.sql`, "utf8"));
    await sql.end();
    await migrateDatabase({ ownerUrl });
  });
});
afterAll(() => db.close());

const refused = async (asked = statements) =>
  (await checkStatements({ app: db.appUrl, system: db.systemUrl }, asked)).map(
    ({ statement, code, message }) => `${code} ${message}: ${statement.text.slice(0, 200)}`,
  );

describe(`the tables of ${tag}`, () => {
  test("upgraded are those that all migrations make", async () => {
    // PostgreSQL sets parentheses of its own where it reads an expression that it has written.
    const plain = (dump: string) => dump.replaceAll(/[()]/g, "");
    expect(plain(await dumpTables(db.admin))).toBe(plain(made));
  });

  test("take everything that its processes send, once upgraded", async () => {
    expect(statements.length).toBeGreaterThan(500);
    expect(new Set(statements.map(({ role }) => role))).toEqual(new Set(["app", "system"]));
    expect(await refused()).toEqual([]);
  }, 120_000);
});

describe("it is noticed", () => {
  const naming = (table: string) => statements.filter(({ text }) => text.includes(`"${table}"`) || text.includes(` ${table} `));

  /** As a careless migration would leave the tables; taken back afterwards. Asked is what names the table. */
  async function after(change: string, back: string) {
    await db.admin.unsafe(change);
    try {
      return await refused(naming(/(?:table|on) (\w+)/.exec(change)?.[1] ?? ""));
    } finally {
      await db.admin.unsafe(back);
    }
  }

  test.each([
    [
      "a column is renamed",
      "alter table contacts rename company to firm",
      "alter table contacts rename firm to company",
      "42703",
    ],
    ["a table is renamed", "alter table email_templates rename to texts", "alter table texts rename to email_templates", "42P01"],
    [
      "a right is taken",
      "revoke update on email_templates from countersign_app",
      "grant update on email_templates to countersign_app",
      "42501",
    ],
    [
      "a column gets another type",
      "alter table mailbox_leases alter until type boolean using until is null",
      "alter table mailbox_leases alter until type timestamptz using now()",
      "42804",
    ],
  ])(
    "when %s",
    async (_, change, back, code) => {
      const found = await after(change, back);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map((one) => one.slice(0, 5)))).toContain(code);
    },
    120_000,
  );

  test("when a column is dropped", async () => {
    await db.admin.unsafe("alter table sessions drop column ended_at cascade");
    expect((await refused(naming("sessions"))).some((one) => one.startsWith("42703"))).toBe(true);
  }, 120_000);
});

test("statements that differ in the number of their values are one, others are not", () => {
  const of = (text: string) => ({ role: "app" as const, text, types: [] });
  expect(shapeOf("select 1 where a in ($1, $2)")).toBe(shapeOf("select 1 where a in ($3,  $4, $5)"));
  expect(shapeOf("insert into t values (default, $1), (default, $2)")).toBe(shapeOf("insert into t values ($1, default)"));
  expect(distinct([of("select 1 where a in ($1, $2)"), of("select 1 where a in ($1)"), of("select 1 where b in ($1)")])).toEqual([
    of("select 1 where a in ($1)"),
    of("select 1 where b in ($1)"),
  ]);
});
