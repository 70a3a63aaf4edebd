import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const biome = join(root, "node_modules/@biomejs/biome/bin/biome");

const restricted = "lint/style/noRestrictedImports";
const cycle = "lint/suspicious/noImportCycles";

/** A planted file, its one line, and the rule that must find it; null where the line is lawful. */
const planted: [path: string, line: string, rule: string | null][] = [
  // What lies above is imported by nobody below.
  ["db/a.ts", 'import "@/app/x";', restricted],
  ["db/b.ts", 'import "@/lib/x";', restricted],
  ["db/c.ts", 'import "@/inngest/x";', restricted],
  ["db/d.ts", 'import "@/local/x";', restricted],
  ["db/e.ts", 'import "../lib/x";', restricted],
  ["db/seed/f.ts", 'import "../../app/x";', restricted],
  ["db/g.ts", 'import type { X } from "@/lib/x";', restricted],
  ["db/h.ts", 'import "../start-server";', restricted],
  ["db/i.ts", 'import "inngest";', restricted],
  ["lib/noun/a.ts", 'import "@/app/x";', restricted],
  ["lib/noun/b.ts", 'import "@/inngest/x";', restricted],
  ["lib/noun/c.ts", 'import "@/local/x";', restricted],
  ["lib/noun/d.ts", 'import "../../inngest/x";', restricted],
  ["lib/noun/e.ts", 'import type { X } from "@/app/x";', restricted],
  ["lib/noun/i.ts", 'import "../../start-server";', restricted],
  ["lib/noun/j.ts", 'import "@/start-server";', restricted],
  ["lib/k.ts", 'import "./../instrumentation";', restricted],
  ["lib/l.ts", 'import "../proxy.js";', restricted],
  ["lib/noun/m.ts", 'import "../../e2e/support/x";', restricted],
  ["lib/microsoft/a.ts", 'import "@/app/x";', restricted],
  ["lib/microsoft/b.ts", 'import "../../inngest/x";', restricted],
  ["lib/microsoft/d.ts", 'import "../../start-server";', restricted],
  ["inngest/a.ts", 'import "@/app/x";', restricted],
  ["inngest/functions/b.ts", 'import "../../local/x";', restricted],
  ["inngest/functions/f.ts", 'import "../../start-server";', restricted],
  ["app/a.ts", 'import "@/local/x";', restricted],
  ["app/(team)/b.ts", 'import "../../local/x";', restricted],
  ["app/h.ts", 'import "../start-server";', restricted],
  ["start-server.ts", 'import "./local/x";', restricted],
  // Nothing but a door knows what is behind it.
  ["lib/noun/f.ts", 'import "postgres";', restricted],
  ["lib/noun/g.ts", 'import "@azure/msal-node";', restricted],
  ["lib/noun/h.ts", 'import "@microsoft/microsoft-graph-client";', restricted],
  ["lib/noun/n.ts", 'import "postgres/src/index.js";', restricted],
  ["lib/noun/o.ts", 'import "drizzle-orm/postgres-js";', restricted],
  ["lib/noun/p.ts", 'import "drizzle-orm/postgres-js/migrator";', restricted],
  ["lib/noun/q.ts", 'import "@azure/msal-node/dist/index.cjs";', restricted],
  ["lib/noun/r.ts", 'import "@microsoft/microsoft-graph-client/lib/src/x";', restricted],
  ["lib/noun/s.ts", 'import "inngest";', restricted],
  ["lib/noun/t.ts", 'import "inngest/next";', restricted],
  ["lib/microsoft/c.ts", 'import "postgres";', restricted],
  ["lib/microsoft/e.ts", 'import "drizzle-orm/postgres-js";', restricted],
  ["lib/microsoft/f.ts", 'import "inngest";', restricted],
  ["inngest/c.ts", 'import "postgres";', restricted],
  ["inngest/d.ts", 'import "@azure/msal-node";', restricted],
  ["inngest/e.ts", 'import "@microsoft/microsoft-graph-client";', restricted],
  ["inngest/g.ts", 'import "drizzle-orm/postgres-js";', restricted],
  ["db/j.ts", 'import "@azure/msal-node";', restricted],
  ["instrumentation.ts", 'import "postgres";', restricted],
  // Pages know neither tables nor jobs.
  ["app/c.ts", 'import "postgres";', restricted],
  ["app/d.ts", 'import "drizzle-orm";', restricted],
  ["app/e.ts", 'import "@/db/schema/teams";', restricted],
  ["app/f.ts", 'import "@azure/msal-node";', restricted],
  ["app/g.ts", 'import "@microsoft/microsoft-graph-client";', restricted],
  ["app/i.ts", 'import "drizzle-orm/postgres-js";', restricted],
  ["app/j.ts", 'import "drizzle-orm/pg-core";', restricted],
  ["app/(team)/k.ts", 'import "../../db/schema";', restricted],
  ["app/(team)/l.ts", 'import "../../db/schema/teams";', restricted],
  ["app/(team)/m.ts", 'export { x } from "@/db/access/with-team";', restricted],
  ["app/(team)/n.ts", 'export const x = () => import("@/db/access/with-team");', restricted],
  ["app/(team)/o.ts", 'export const x = require("@/db/access/with-team");', "lint/style/noCommonJs"],
  ["app/p.ts", 'import "@/db/seed/seed-team";', restricted],
  ["app/q.ts", 'import "@/inngest/client";', restricted],
  ["app/r.ts", 'import "inngest/next";', restricted],
  ["app/a.test.ts", 'import "@/db/access/with-team";', restricted],
  ["app/api/inngest/route.ts", 'import "../../../db/schema/teams";', restricted],
  // The stand-ins know nothing of the app but its seed.
  ["local/a.ts", 'import "@/lib/x";', restricted],
  ["local/b.ts", 'import "../lib/x";', restricted],
  ["local/start/c.ts", 'import "../../app/x";', restricted],
  ["local/start/d.ts", 'import "../../inngest/functions/x";', restricted],
  ["local/start/e.ts", 'import "../../inngest/client";', restricted],
  ["local/start/f.ts", 'import "../../inngest/event-data";', restricted],
  ["local/start/g.ts", 'import "../../db/access/with-team";', restricted],
  ["local/start/h.ts", 'import "../../db/schema/teams";', restricted],
  ["local/i.ts", 'import "../db/access/with-team";', restricted],
  ["local/start/j.ts", 'import "@/db/access/with-team";', restricted],
  ["local/start/k.ts", 'import "../../start-server";', restricted],
  // A journey closes its pages.
  ["e2e/journeys/a.spec.ts", 'import { test } from "@playwright/test";\ntest("a", () => {});', restricted],
  // Loops, of types too.
  ["lib/loop/one.ts", 'import type { Two } from "./two";\nexport type One = Two;', cycle],
  ["lib/loop/two.ts", 'import type { One } from "./one";\nexport type Two = One | null;', cycle],
  // What may be.
  ["lib/fine/a.ts", 'import "@/db/access/x";', null],
  ["lib/fine/b.ts", 'import "../noun/x";', null],
  ["lib/microsoft/fine.ts", 'import "@azure/msal-node";\nimport "@microsoft/microsoft-graph-client";', null],
  ["inngest/fine.ts", 'import "@/lib/x";', null],
  ["app/fine.ts", 'import "@/lib/x";\nimport "next-auth";\nimport "next-auth/jwt";', null],
  ["app/fine.test.ts", 'import "@/db/seed/seed-team";\nimport "../db/testing/test-database";', null],
  ["inngest/functions/fine.ts", 'import "inngest";\nimport "../client";\nimport "../../lib/x";', null],
  ["db/fine.ts", 'import "postgres";\nimport "drizzle-orm/postgres-js";', null],
  [
    "e2e/journeys/fine.spec.ts",
    'import { expect } from "@playwright/test";\nimport { test } from "../support/test";\ntest("a", () => expect(1).toBe(1));',
    null,
  ],
  ["local/fine.ts", 'import "../db/seed/x";\nimport "postgres";', null],
  ["local/start/fine.ts", 'import "../../db/seed/x";\nimport "../inngest/store/x";\nimport "inngest/node";', null],
];

let folder: string;
let found: { path: string; rule: string }[];

/** All are linted at once by the project's own settings, in a folder of the same shape. */
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "countersign-imports-")));
  copyFileSync(join(root, "biome.json"), join(folder, "biome.json"));
  for (const [path, line] of planted) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${line}\n`);
  }
  found = await lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the import rules of biome.json", () => {
  test.each(planted.filter(([, , rule]) => rule))("find in %s: %s", (path, _line, rule) => {
    expect(rulesOf(path)).toContain(rule);
  });
  test.each(planted.filter(([, , rule]) => !rule))("leave alone in %s: %s", (path) => {
    expect(rulesOf(path)).toEqual([]);
  });
});

function rulesOf(path: string): string[] {
  return found.filter((one) => one.path === path).map((one) => one.rule);
}

function lint(): Promise<{ path: string; rule: string }[]> {
  const args = [biome, "lint", "--vcs-enabled=false", "--max-diagnostics=none", "--colors=off", "--reporter=github", "."];
  return new Promise((done) => {
    // It ends with an error, because it finds what is planted.
    execFile(process.execPath, args, { cwd: folder }, (_error, output) => {
      const lines = output.matchAll(/^::(?:error|warning) title=([^,]+),file=([^,]+),/gm);
      done([...lines].map(([, rule = "", file = ""]) => ({ rule, path: relative(folder, resolve(folder, file)) })));
    });
  });
}
