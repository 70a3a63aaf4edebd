import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepRunning } from "./child";
import { takeLock } from "./lock";
import { makeLocalFolder } from "./settings";

let above: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "countersign-files-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(above, { recursive: true, force: true });
});

const modeOf = (path: string) => statSync(path).mode & 0o777;
/** PostgreSQL's own user passes through, and lists nothing. */
const closed = userInfo().uid === 0 ? 0o711 : 0o700;

test("whatever a launcher and its programs write is read by nobody else", async () => {
  const folder = join(above, "new");
  vi.stubEnv("COUNTERSIGN_LOCAL_DIR", folder);
  const before = process.umask(0);
  try {
    expect(makeLocalFolder()).toBe(folder);
    const unlock = takeLock(folder);
    const child = keepRunning(
      "app",
      folder,
      [process.execPath, "-e", "console.log('said'); setInterval(() => {}, 1e6)"],
      { cwd: folder, env: process.env },
      () => {},
    );
    await vi.waitFor(() => expect(readFileSync(join(folder, "app.log"), "utf8")).toBe("said\n"), { timeout: 10_000 });
    expect(readdirSync(folder).sort()).toEqual(["app.log", "app.pid", "launcher.pid"]);
    for (const name of readdirSync(folder)) expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600]);
    expect(modeOf(folder)).toBe(closed);
    await child.stop();
    unlock();
  } finally {
    process.umask(before);
  }
});

test("what an earlier start left open is closed at the next", () => {
  const folder = join(above, "old");
  mkdirSync(folder);
  for (const name of ["settings.json", "app.log", "app.log.old", "inngest.pid"]) writeFileSync(join(folder, name), "{}");
  chmodSync(folder, 0o755);
  vi.stubEnv("COUNTERSIGN_LOCAL_DIR", folder);
  makeLocalFolder();
  expect(modeOf(folder)).toBe(closed);
  for (const name of readdirSync(folder)) expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600]);
});
