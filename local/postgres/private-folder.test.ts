import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freePort } from "../start/free-port";
import { findBinaries, packagedBinaries, serverUser, sharedFolder } from "./binaries";
import { type Cluster, startCluster } from "./cluster";
import { makeRootFolder } from "./make-root-folder";

// Each starts a server anew, most of them two.
vi.setConfig({ testTimeout: 90_000 });

const isRoot = userInfo().uid === 0;
let folder: string;
let rubbish: string[];

/** Nobody but who runs the tests passes through it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-private-"));
  rubbish = [folder];
});
afterEach(() => {
  for (const path of rubbish) rmSync(path, { recursive: true, force: true });
});

test("a database in a private folder starts, stops, and has its data at the next start", async () => {
  const first = await start();
  await during(first, (sql) => sql`create table kept (at int)`);
  expect(statSync(first.log).mode & 0o077).toBe(0);
  await during(await start(), async (sql) => expect(await sql`select * from kept`).toEqual([]));
});

test.skipIf(!isRoot)("programs in a private folder run out of a copy that only root can change", () => {
  const native = join(folder, "test", "native");
  cpSync(packagedBinaries, native, { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(folder, "test", "package.json"), JSON.stringify({ version: `0.0.${process.pid}` }));
  execFileSync("chmod", ["-R", "go=", native]);
  const { postgres: program, initdb } = findBinaries(native);
  const copy = dirname(dirname(program));
  rubbish.push(copy);
  rmSync(folder, { recursive: true });
  expect(dirname(copy)).toBe(sharedFolder);
  for (const one of [program, initdb]) {
    expect(String(execFileSync(one, ["--version"], { ...serverUser(), cwd: "/" }))).toMatch(/PostgreSQL/);
  }
  const foreign = execFileSync("find", [copy, "(", "!", "-user", "root", "-o", "-perm", "/022", ")", "!", "-type", "l"]);
  expect(String(foreign)).toBe("");
});

describe.skipIf(!isRoot)("data that an earlier version left under /var/tmp", () => {
  let earlier: string;
  beforeEach(() => {
    earlier = `/var/tmp/countersign${join(folder, "data").replace(/[^\w]+/g, "-")}`;
    rubbish.push(earlier);
  });

  test("come along to where nobody can clear or change them", async () => {
    const first = await start();
    await during(first, (sql) => sql`create table kept (at int)`);
    renameSync(first.data, earlier);
    const second = await start();
    expect([second.data, existsSync(earlier)]).toEqual([first.data, false]);
    await during(second, async (sql) => expect(await sql`select * from kept`).toEqual([]));
  });

  test("stay where they are while a server that was left running works on them", async () => {
    const first = await start();
    await during(first, () => {});
    renameSync(first.data, earlier);
    const set = [`port=${first.port}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
    const left = spawn(findBinaries().postgres, ["-D", earlier, ...set.flatMap((one) => ["-c", one])], {
      ...serverUser(),
      cwd: earlier,
      stdio: "ignore",
    });
    await vi.waitFor(() => expect(readFileSync(join(earlier, "postmaster.pid"), "utf8")).toContain("ready"), { timeout: 20_000 });
    const adopted = await start();
    expect([adopted.data, adopted.port, existsSync(first.data)]).toEqual([earlier, first.port, false]);
    await adopted.stop();
    expect(left.exitCode).toBe(0);
  });

  test.each([
    ["of somebody else", 65_534, 0o700],
    ["that others can open", serverUser().uid ?? 0, 0o755],
  ])("are left alone where they are %s", async (_name, owner, mode) => {
    mkdirSync(earlier);
    writeFileSync(join(earlier, "PG_VERSION"), "18\n");
    chownSync(earlier, owner, owner);
    chmodSync(earlier, mode);
    await during(await start(), async (sql) => expect(await sql`select 1 as one`).toEqual([{ one: 1 }]));
    expect(existsSync(earlier)).toBe(true);
  });
});

describe("a folder for what root runs", () => {
  test("is refused below a folder to which others can write", () => {
    chmodSync(folder, 0o777);
    expect(() => makeRootFolder(join(folder, "below"))).toThrow(/others than root can write to/);
  });
});

describe.skipIf(!isRoot)("a folder for what root runs, of its own", () => {
  let own: string;
  beforeEach(() => {
    own = mkdtempSync("/var/lib/countersign-test-");
    rubbish.push(own);
  });
  test("is made under a strict umask too, so that everybody passes it and only root lists it", () => {
    const before = process.umask(0o077);
    try {
      expect(statSync(makeRootFolder(join(own, "new"))).mode & 0o777).toBe(0o711);
    } finally {
      process.umask(before);
    }
  });
  test.each<[string, () => void]>([
    ["is somebody else's", () => chownSync(own, 65_534, 0)],
    ["can be written by its group", () => chmodSync(own, 0o775)],
    ["can be written by all, even where none removes another's files", () => chmodSync(own, 0o1777)],
  ])("is refused where it %s", (_name, spoil) => {
    spoil();
    expect(() => makeRootFolder(own)).toThrow(/others than root can write to/);
  });
});

async function start(): Promise<Cluster> {
  const cluster = await startCluster(join(folder, "data"), "secret", await freePort(7900 + Math.floor(Math.random() * 100)));
  rubbish.push(cluster.data, cluster.log);
  return cluster;
}

async function during(cluster: Cluster, work: (sql: postgres.Sql) => unknown) {
  const sql = postgres(cluster.superuserUrl, { max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end();
    await cluster.stop();
  }
}
