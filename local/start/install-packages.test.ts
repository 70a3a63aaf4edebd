import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean; os?: string[] }>;
const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as { packages: Packages };
/** What npm notes after it installed on a machine with Linux. */
const installed: Packages = Object.fromEntries(
  Object.entries(packages).filter(([path, one]) => path !== "" && !(one.optional && !one.os?.includes("linux"))),
);

let folder: string;

/** A checkout with the project's own lock file and launcher; npm and the packages that the launcher runs are stand-ins. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-install-"));
  for (const path of ["local/start.mjs", "package-lock.json", "patches"])
    cpSync(join(project, path), join(folder, path), { recursive: true });
  write("node_modules/tsx/package.json", '{ "type": "module", "exports": "./index.js" }');
  write("node_modules/tsx/index.js", "process.exit(0);");
  write("node_modules/patch-package/index.js", 'process.exit(require("node:fs").existsSync("unpatchable") ? 1 : 0);');
  write("noted.json", JSON.stringify({ packages: installed }));
  write("bin/npm", '#!/bin/sh\necho "$@" >> installs\nrm -f unpatchable\ncp noted.json node_modules/.package-lock.json\n');
  chmodSync(join(folder, "bin/npm"), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a checkout that npm ci installed is not installed again", () => {
  note(installed);
  expect(start()).toBe(0);
});

test.each<[string, () => void]>([
  ["nothing was installed", () => {}],
  ["a package is missing", () => note(without("node_modules/next"))],
  ["a package is there in another version", () => note({ ...installed, "node_modules/next": { version: "1.0.0" } })],
  [
    "a package is there with other contents",
    () => note({ ...installed, "node_modules/next": { ...installed["node_modules/next"], integrity: "sha512-other" } }),
  ],
  [
    "a package is there that the lock file no longer names",
    () => note({ ...installed, "node_modules/gone": { version: "1.0.0" } }),
  ],
  [
    "the packages carry an earlier version of a patch",
    () => {
      note(installed);
      write("unpatchable", "");
    },
  ],
])("packages are installed once where %s", (_name, plant) => {
  plant();
  expect(start()).toBe(1);
  expect(start()).toBe(1);
});

test("a changed patch installs the packages anew, once", () => {
  note(installed);
  expect(start()).toBe(0);
  write("patches/postgres+3.4.9.patch", "another");
  expect(start()).toBe(1);
  expect(start()).toBe(1);
});

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function note(noted: Packages) {
  write("node_modules/.package-lock.json", JSON.stringify({ packages: noted }));
}

function without(path: string): Packages {
  const { [path]: _, ...rest } = installed;
  return rest;
}

/** @returns how often packages were installed so far. */
function start(): number {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "local/start.mjs"), "start"], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}` },
  });
  expect([status, stderr]).toEqual([0, ""]);
  const installs = join(folder, "installs");
  return existsSync(installs) ? readFileSync(installs, "utf8").trim().split("\n").length : 0;
}
