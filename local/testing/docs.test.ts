import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

test("the README is short and has a picture", () => {
  expect(read("README.md").split("\n").length).toBeLessThan(60);
  const picture = /!\[.+\]\((.+\.png)\)/.exec(read("README.md"))?.[1] ?? "";
  expect(existsSync(join(root, picture))).toBe(true);
});

describe.each(pages)("%s", (page) => {
  const text = read(page);
  test("links only to what is there", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
  test("names only files that are there", () => {
    const files = [...text.matchAll(/`((?:app|lib|db|drizzle|inngest|local|e2e|docs|patches)\/[\w./[\]()*-]*\w)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect(files.filter((file) => !file.includes("*") && !existsSync(join(root, file)))).toEqual([]);
  });
  test("names files by their whole path", () => {
    const files = [...text.matchAll(/`([\w./[\]()-]+\.(?:tsx?|mjs|sql|md))`/g)].map((match) => match[1] ?? "");
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
  test("names only commands that there are", () => {
    const commands = [...text.matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map((match) => match[1] ?? "");
    expect(commands.filter((name) => !["ci", "install", "package"].includes(name) && !scripts[name])).toEqual([]);
  });
  test("names only journeys that there are", () => {
    for (const [, part] of text.matchAll(/npm run e2e -- ([\w-]+)/g)) {
      expect(
        readdirSync(join(root, "e2e/journeys")).filter((name) => name.includes(part ?? "")),
        part,
      ).toHaveLength(1);
    }
  });
});

test("decisions are half a page each and say how they are undone", () => {
  for (const name of readdirSync(join(root, "docs/decisions"))) {
    const text = read(`docs/decisions/${name}`);
    expect({ name, undone: /to undo|when to undo/i.test(text) }).toEqual({ name, undone: true });
    expect({ name, lines: text.split("\n").length < 60 }).toEqual({ name, lines: true });
  }
});

describe("the database commands", () => {
  const made: string[] = [];
  const server = () => postgres(process.env.TEST_POSTGRES_URL ?? "", { max: 1, onnotice: () => {} });
  const run = (script: string, env: Record<string, string>) =>
    promisify(execFile)("npm", ["run", "--silent", script], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: "", DATABASE_APP_URL: "", DATABASE_SYSTEM_URL: "", ...env },
    }).then(
      ({ stdout }) => stdout.trim(),
      (error: { stderr?: string }) => `failed: ${error.stderr?.trim()}`,
    );
  afterAll(async () => {
    const sql = server();
    for (const name of made) await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.end();
  });

  test("npm run db:migrate brings any database up to date, twice", async () => {
    const name = `cs_docs_${process.pid}`;
    made.push(name);
    const sql = server();
    await sql.unsafe(`create database ${name}`);
    await sql.end();
    const url = Object.assign(new URL(process.env.TEST_POSTGRES_URL ?? ""), { pathname: `/${name}` }).toString();
    for (const _ of ["once", "twice"]) expect(await run("db:migrate", { DATABASE_URL: url })).toBe("The database is up to date.");
    expect(await run("db:adopt", { DATABASE_URL: url, ADOPT_TENANT: "11111111-1111-4111-8111-111111111111" })).toBe(
      "failed: This database is Countersign's already: there is nothing to move.",
    );
  }, 60_000);

  test("say what they miss", async () => {
    expect(await run("db:migrate", {})).toMatch(/^failed: DATABASE_URL is not set/);
    expect(await run("db:adopt", { DATABASE_URL: "postgres://nobody@127.0.0.1:1/x" })).toMatch(
      /^failed: ADOPT_TENANT is not set/,
    );
  }, 60_000);
});
