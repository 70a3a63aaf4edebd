import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const client = "@/lib/actions/create-action";

/**
 * What is wrong with a file as a file of server actions: whatever such a file exports can be called by anybody over the
 * network, so it must come from the one action client, which asks for session and right. Empty for any other file.
 */
function breachesOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const uses = code.match(/["']use server["']/g)?.length ?? 0;
  if (uses === 0) return [];
  if (!/^\s*["']use server["']/.test(code) || uses > 1)
    return ['"use server" inside a file: actions stand in files of their own'];
  const breaches = code
    .split("\n")
    .filter((line) => /^\s*export\b/.test(line))
    .filter((line) => !/^export (type|interface) /.test(line) && !/^export const \w+ = createAction\(\{$/.test(line))
    .map((line) => `exports something else: ${line.trim()}`);
  if (!code.includes(`import { createAction } from "${client}";`)) breaches.push(`createAction is not the one of ${client}`);
  return breaches;
}

const files = ["app", "lib", "inngest", "db"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);
const sources = files.map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }));

test("every file of server actions exports actions of the one client, and nothing else", () => {
  const breaches = sources.flatMap(({ path, source }) => breachesOf(source).map((breach) => `${path} ${breach}`));
  expect(breaches).toEqual([]);
});

test("there are such files, so the test above looked at something", () => {
  expect(sources.filter(({ source }) => /^["']use server["']/.test(source)).length).toBeGreaterThan(2);
});

describe("a planted breach is found", () => {
  const head = `"use server";\nimport { createAction } from "${client}";\n`;
  const sound = `${head}export const stop = createAction({\n  right: "campaigns:stop",\n});\n`;
  test("and a sound file is not", () => {
    expect(breachesOf(sound)).toEqual([]);
    expect(breachesOf(`${sound}export type Stop = string;\n`)).toEqual([]);
    expect(breachesOf('export const x = "no actions here";')).toEqual([]);
  });
  test.each([
    ["a bare function", `${sound}export async function all() {}\n`],
    ["a bare arrow", `${sound}export const all = async () => {};\n`],
    ["a wrapped action", `${sound}export const all = open(createAction({\n}));\n`],
    ["a default", `${sound}export default createAction({\n});\n`],
    ["a list of names", `${sound}const all = async () => {};\nexport { all };\n`],
    ["everything of another file", `${sound}export * from "./others";\n`],
    ["an action client of its own", '"use server";\nconst createAction = (x) => x;\nexport const stop = createAction({\n});\n'],
    ["an action within a component", 'export function Page() {\n  async function act() {\n    "use server";\n  }\n}\n'],
    ["a second mark below the first", `${sound}const act = async () => {\n  "use server";\n};\n`],
  ])("%s", (_name, source) => {
    expect(breachesOf(source)).not.toEqual([]);
  });
});
