import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepFormerStatic } from "./former-static";

let output = "";
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), "former-static-"));
});
afterEach(() => rmSync(output, { recursive: true }));

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const chunk = (name: string) => join(output, "static", "chunks", name);

/** A build as Next makes it: all but `cache` goes first. */
function build(at: Date, chunks: Record<string, string>) {
  const former = keepFormerStatic(output, at);
  rmSync(join(output, "static"), { recursive: true, force: true });
  mkdirSync(join(output, "static", "chunks"), { recursive: true });
  for (const [name, text] of Object.entries(chunks)) writeFileSync(chunk(name), text);
  former.putBack();
}

test("scripts of the build before are still there, and never in place of new ones", () => {
  build(day(1), { "a.js": "a1", "same.js": "s1" });
  build(day(2), { "b.js": "b1", "same.js": "s2" });
  expect(readFileSync(chunk("a.js"), "utf8")).toBe("a1");
  expect(readFileSync(chunk("same.js"), "utf8")).toBe("s2");
});

test("they go a week after they were replaced, however long they were served before", () => {
  build(day(1), { "a.js": "a1" });
  build(day(20), { "b.js": "b1" });
  expect(existsSync(chunk("a.js"))).toBe(true);
  build(day(26), { "c.js": "c1" });
  expect([existsSync(chunk("a.js")), existsSync(chunk("b.js"))]).toEqual([true, true]);
  build(day(28), { "d.js": "d1" });
  expect([existsSync(chunk("a.js")), existsSync(chunk("b.js")), existsSync(chunk("c.js"))]).toEqual([false, true, true]);
});

test("they are there too where nothing but the cache is left of the build before, as in an image", () => {
  build(day(1), { "a.js": "a1" });
  rmSync(join(output, "static"), { recursive: true });
  build(day(20), { "b.js": "b1" });
  expect(readFileSync(chunk("a.js"), "utf8")).toBe("a1");
  rmSync(join(output, "static"), { recursive: true });
  build(day(28), { "c.js": "c1" });
  expect([existsSync(chunk("a.js")), existsSync(chunk("b.js"))]).toEqual([false, true]);
});
