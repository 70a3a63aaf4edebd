import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

const folders = ["app", "lib", "db", "drizzle", "inngest", "local", "e2e", "docs"];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
);
const exportedBy = new Map(
  files
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec)\./.test(file))
    .map((file) => {
      const names = read(file).matchAll(/^export (?:async )?(?:function|const|class|type) (\w+)/gm);
      return [file, new Set([...names].map((match) => match[1] ?? ""))] as const;
    }),
);
const textOf = (folder: string) =>
  files
    .filter((file) => file.startsWith(folder) && /\.(ts|sql)$/.test(file))
    .map(read)
    .join("\n");
const tables = new Set([...textOf("db/schema").matchAll(/pgTable\(\s*"(\w+)"/g)].map((match) => match[1] ?? ""));
const sqlFunctions = new Set(
  [...textOf("drizzle").matchAll(/function (?:public|app_private)\.(\w+)/g)].map((match) => match[1] ?? ""),
);

/** The documents that explain a clone, and the number of lines that none may reach. */
const guides: [string, number][] = [
  ["docs/ARCHITECTURE.md", 120],
  ["CONTRIBUTING.md", 100],
  ["docs/exchange-truths.md", 120],
];

test.each(guides)("%s names only what is there", (guide) => {
  expect(namesIn(read(guide)).length).toBeGreaterThan(50);
  expect(wrongNames(read(guide))).toEqual([]);
});

test.each(guides)("%s has fewer than %i lines, and the README leads to it", (guide, limit) => {
  expect(read(guide).split("\n").length).toBeLessThanOrEqual(limit);
  expect(read("README.md")).toContain(`](${guide})`);
});

test("each fault that was found names the test that fails with it", () => {
  expect(wrongNames(read("docs/proofs/seen-is-signed.md"))).toEqual([]);
});

describe("a planted name is found", () => {
  test.each([
    ["a file", "See `lib/drafts/stamp-draft.ts`.", "lib/drafts/stamp-draft.ts"],
    ["a file in a picture", "  +-> lib/sending/queue/feed-mailbox.ts --+", "lib/sending/queue/feed-mailbox.ts"],
    ["a page", "See `app/(team)/nowhere/[id]/page.tsx`.", "app/(team)/nowhere/[id]/page.tsx"],
    ["a folder", "All of `lib/stamps` does.", "lib/stamps"],
    ["a file of the root", "In `biome.yaml` it stands.", "biome.yaml"],
    ["a verb", "Call `stampDraft` first.", "stampDraft"],
    ["a verb beside another's file", "| sign | `stopAll` | `lib/drafts/sign-draft.ts` |", "stopAll"],
    ["a table", "It is a row of `stamped_emails`.", "stamped_emails"],
    ["a script", "Run `npm run stamp`.", "npm run stamp"],
    ["a script outside of marks", "Run npm run stamp.", "npm run stamp"],
    ["a tool", "Run `npx stamp-it --all`.", "npx stamp-it --all"],
    ["a test", '| once | `lib/floors.test.ts`, "are only climbed up" |', '"are only climbed up"'],
    ["a part of a title", '| once | `lib/floors.test.ts`, "are only climbed" |', '"are only climbed"'],
    [
      "a test of the file before",
      '| once | `lib/floors.test.ts`; `local/testing/import-rules.test.ts`, "are only climbed down" |',
      '"are only climbed down"',
    ],
  ])("%s", (_what, text, wrong) => {
    expect(wrongNames(text)).toEqual([wrong]);
  });

  test("and a sound one is not", () => {
    expect(
      wrongNames(
        'Run `npm test` or `npx vitest run x`: `signDraft` (lib/drafts/sign-draft.ts), `signatures`, `notify_change`, `lib/<noun>`, `lib`.\n| once | `signDraft` | `lib/drafts`, `lib/floors.test.ts`, "are only climbed down" |',
      ),
    ).toEqual([]);
  });
});

/** A path under one of the folders; round and square brackets only as Next's folders have them. */
const pathPattern = new RegExp(`(?<![\\w/.])(?:${folders.join("|")})(?:/(?:[\\w.<>-]|\\(\\w+\\)|\\[[\\w.]+\\])+)+`, "g");

/** Every file, command and word in marks that a text names. */
function namesIn(text: string): string[] {
  const paths = [...text.matchAll(pathPattern)].map(([path]) => path.replace(/\.$/, ""));
  const marked = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  const commands = [...text.matchAll(/npm run [\w:-]+/g)].map(([command]) => command);
  return [...new Set([...paths, ...marked, ...commands])].filter((name) => !name.includes("<"));
}

/** What a text names and the repository lacks. In a table a verb stands beside its file, and a test's title beside the test. */
function wrongNames(text: string): string[] {
  const wrong = namesIn(text).filter((name) => !isThere(name));
  for (const row of text.split("\n").filter((line) => line.startsWith("|"))) {
    const named = namesIn(row);
    const paths = named.filter((name) => existsSync(join(root, name)));
    const beside = [...exportedBy].filter(([file]) => paths.some((path) => file === path || file.startsWith(`${path}/`)));
    if (beside.length > 0) {
      const verbs = named.filter((name) => isExported(name) && !tables.has(name));
      wrong.push(...verbs.filter((verb) => !beside.some(([, names]) => names.has(verb))));
    }
    if (paths.some((path) => isTest.test(path))) wrong.push(...wrongTitles(row));
  }
  return wrong;
}

const isTest = /\.(test|spec)\.tsx?$/;

/** The titles of a row that do not stand, whole, in the test that is named before them. */
function wrongTitles(row: string): string[] {
  const wrong: string[] = [];
  let test = "";
  for (const [part] of row.matchAll(/"[^"]+"|[\w./()[\]-]+\.(?:test|spec)\.tsx?/g)) {
    if (isTest.test(part)) test = existsSync(join(root, part)) ? read(part) : "";
    else if (!test.includes(part)) wrong.push(part);
  }
  return wrong;
}

function isThere(name: string): boolean {
  const [tool = "", script = "", rest = ""] = name.split(" ");
  if (tool === "npm") return (script === "run" ? rest : script) in scripts;
  if (tool === "npx") return existsSync(join(root, "node_modules/.bin", script));
  return existsSync(join(root, name)) || isExported(name) || tables.has(name) || sqlFunctions.has(name);
}

function isExported(name: string): boolean {
  return [...exportedBy.values()].some((names) => names.has(name));
}
