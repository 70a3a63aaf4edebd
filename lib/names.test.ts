import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("a function of lib that locks or writes is not called as if it only looked", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.|testing\//.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => misnamed(readFileSync(join(import.meta.dirname, file), "utf8")))).toEqual([]);
});

it("such a function would be seen", () => {
  expect(misnamed('export async function findDraft(tx) {\n  await tx.select().from(drafts).for("update");\n}')).toEqual([
    "findDraft",
  ]);
  expect(misnamed("function readQueue(tx) {\n  return sql`select 1 from a for no key update of a skip locked`;\n}")).toEqual([
    "readQueue",
  ]);
  expect(misnamed("export function checkSession(tx) {\n  return tx.update(sessions).set({});\n}\nfunction isOpen() {}")).toEqual([
    "checkSession",
  ]);
  expect(misnamed('function lockDraft(tx) {\n  return tx.for("update");\n}\nfunction readDraft() {}')).toEqual([]);
});

/** Names of functions that promise to look, and hold or change rows. A function ends where the next one begins. */
function misnamed(text: string): string[] {
  return text.split(/^(?=(?:export )?(?:async )?function )/m).flatMap((part) => {
    const name = /^(?:export )?(?:async )?function ((?:read|find|list|check|count|is|has)(?=[A-Z])\w*)/.exec(part)?.[1];
    const acts =
      /\.for\("|\bfor (no key update|update|share)\b|\.(insert|update|delete)\(\w+\)|insert into|delete from|update \w+ set/;
    return name && acts.test(part) ? [name] : [];
  });
}
