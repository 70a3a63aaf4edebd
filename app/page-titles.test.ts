import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Whether a page names itself in the browser: a title of its own, or a function that makes one. */
const isTitled = (source: string) =>
  /export const metadata: Metadata = \{[^}]*\btitle: "[^"]+"/.test(source) ||
  /export const generateMetadata = titleOf(Opened)?\("\w+", "[^"]+"\)/.test(source) ||
  /export async function generateMetadata\(/.test(source);

const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => `app/${path}`);

test("there are pages to look at, and a page without a title is noticed", () => {
  expect(pages.length).toBeGreaterThan(25);
  expect(isTitled('export const metadata: Metadata = { robots: "none" };\nexport default function Page() {}')).toBe(false);
});

test.each(pages)("%s has a title", (page) => {
  expect(isTitled(readFileSync(page, "utf8"))).toBe(true);
});

test("no title names the product itself: the layout does, in one form", () => {
  const wrong = pages.filter((page) => /title: "[^"]*Countersign/.test(readFileSync(page, "utf8")));
  expect(wrong).toEqual([]);
  expect(readFileSync("app/layout.tsx", "utf8")).toContain('template: "%s · Countersign"');
});
