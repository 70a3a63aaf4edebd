import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { topicsOf } from "./topics-of";

const pages = readdirSync("app/(team)", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)page\.tsx$/.test(path) && !path.includes("[...path]"))
  .map((path) => `/${path.replace(/\/?page\.tsx$/, "").replaceAll(/\[\w+\]/g, "1")}`);

test("there are pages to look at, and one that nobody described hears of everything", () => {
  expect(pages.length).toBeGreaterThan(25);
  expect(topicsOf("/something-new")).toBeNull();
});

test.each(pages)("%s says what concerns it", (path) => {
  expect(topicsOf(path)).not.toBeNull();
});

test("what changes each minute because somebody is there concerns only the pages of people and mailboxes", () => {
  const hearing = pages.filter((path) => topicsOf(path)?.split(",").includes("members"));
  expect(hearing.filter((path) => !path.startsWith("/settings"))).toEqual([]);
});
