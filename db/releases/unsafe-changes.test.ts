import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { unsafeChanges } from "./unsafe-changes";

const drizzle = fileURLToPath(new URL("../../drizzle", import.meta.url));
const releases = readdirSync(`${drizzle}/releases`).flatMap((name) => /^(v\d+\.\d+\.\d+)\.sql$/.exec(name)?.[1] ?? []);

test("no migration since the first release breaks processes of the release before", () => {
  const since = readdirSync(drizzle).filter((name) => /^\d{4}_.*\.sql$/.test(name) && Number(name.slice(0, 4)) >= 21);
  const found = since.flatMap((name) =>
    unsafeChanges(readFileSync(`${drizzle}/${name}`, "utf8"), releases).map((what) => `${name}: ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'ALTER TABLE "contacts" DROP COLUMN "company"',
  "alter table contacts drop company",
  "alter table contacts add column a text, drop column if exists company",
  'DROP TABLE "lists" CASCADE',
  'ALTER TABLE "contacts" RENAME COLUMN "company" TO "firm"',
  "alter table contacts rename company to firm",
  'ALTER TABLE "lists" RENAME TO "groups"',
  'ALTER TABLE "contacts" ALTER COLUMN "company" SET NOT NULL',
  'ALTER TABLE "contacts" ALTER COLUMN "company" SET DATA TYPE varchar(10)',
  "alter table contacts alter company type varchar(10)",
  "alter table contacts alter column company drop default",
  'ALTER TABLE "contacts" ADD COLUMN "size" integer NOT NULL',
  "drop function public.is_suppressed(uuid, text)",
  // Of a version that is none.
  "-- safe after v9.9.9\nalter table contacts drop company",
])("is found: %s", (statement) => {
  expect(unsafeChanges(`select 1;\n${statement};`, ["v0.2.0"])).toHaveLength(1);
});

test.each([
  'ALTER TABLE "contacts" ADD COLUMN "size" integer',
  'ALTER TABLE "contacts" ADD COLUMN "size" integer DEFAULT 0 NOT NULL',
  "alter table contacts add column domain text not null generated always as (lower(email)) stored",
  "alter table contacts alter column size set default 0; alter table contacts alter column size set not null",
  "alter table contacts drop constraint contacts_check; alter table contacts add constraint contacts_check check (true)",
  "alter table contacts rename constraint a to b",
  "alter table contacts alter company drop not null",
  "drop trigger a on contacts; drop policy b on contacts; drop index c",
  "create function f() returns void language sql as $$ select 1 $$",
  "-- Nobody has read it since.\n-- safe after v0.2.0\nalter table contacts drop company",
])("is allowed: %s", (migration) => {
  expect(unsafeChanges(migration, ["v0.2.0"])).toEqual([]);
});
