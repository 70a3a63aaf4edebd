import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../../start/free-port";
import { root } from "../../start/settings";
import { type Image, makeImage } from "./make-image";
import { execForm, readDockerfile } from "./read-dockerfile";

/** PROVE=1 is the full size: every RUN too, which installs all packages twice and builds, in some minutes. */
const full = process.env.PROVE === "1";
const stages = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));
const last = stages.at(-1);
const restOf = (word: string) => last?.instructions.find((one) => one.word === word)?.rest;

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-image-"));
  folders.push(folder);
  return folder;
};
let server: Server | undefined;
let app: ChildProcess | undefined;
afterEach(() => {
  server?.close();
  app?.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of the image. @returns its exit code, and what it said. */
function runIn(image: Pick<Image, "app" | "env">, command: string[], env: Record<string, string> = {}) {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, {
    cwd: image.app,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...image.env, ...env },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(String(part)));
  const ended = new Promise<{ code: number | null; said: string }>((done) =>
    child.once("close", (code) => done({ code, said: said.join("") })),
  );
  return { child, ended };
}

test("its last stage is nobody's root, ends by SIGTERM, and stands on a pinned Node that our packages take", () => {
  expect(restOf("USER")).toBe("node");
  expect(restOf("STOPSIGNAL")).toBe("SIGTERM");
  for (const { from } of stages) expect(from).toMatch(/^node:20\.(19|[2-9]\d)\.\d+-bookworm-slim$/);
  expect(() => execForm("node server.js")).toThrow();
});

test("every file that it copies is there, and no secret of a clone gets in", () => {
  for (const { instructions } of stages)
    for (const { word, flags, rest } of instructions)
      if (word === "COPY" && !flags.some((flag) => flag.startsWith("--from")))
        for (const source of rest.split(/\s+/).slice(0, -1)) expect(existsSync(join(root, source)), source).toBe(true);
  const left = readFileSync(join(root, ".dockerignore"), "utf8").split("\n");
  for (const name of [".git", ".local", ".env", ".env.*", "env", "node_modules", ".next"]) expect(left).toContain(name);
});

describe("its healthcheck, run in an empty folder", () => {
  const image = { app: "", env: {} };
  const answering = async (status: number | null) => {
    const port = await freePort(7300 + Math.floor(Math.random() * 500));
    const asked: string[] = [];
    if (status !== null) {
      server = createServer((request, response) => {
        asked.push(request.url ?? "");
        // As pages do with whoever is not signed in.
        response.writeHead(request.url === "/sign-in" ? 200 : status, { location: "/sign-in" }).end();
      });
      await new Promise<void>((done) => server?.listen(port, "127.0.0.1", done));
    }
    const check = execForm(restOf("HEALTHCHECK") ?? "");
    const { code } = await runIn({ ...image, app: newFolder() }, check, { PORT: String(port) }).ended;
    return { code, asked };
  };
  test("is content with a process that lives", async () => {
    expect(await answering(200)).toEqual({ code: 0, asked: ["/api/health/live"] });
  });
  test.each([503, 404, 307, null])("is not with one that answers %s", async (status) => {
    expect((await answering(status)).code).toBe(1);
  });
});

test("what it starts knows its options", () => {
  const [, script = "", ...rest] = execForm(restOf("CMD") ?? "");
  const help = spawnSync(process.execPath, [join(root, script), rest[0] ?? "", "--help"], { encoding: "utf8" });
  expect(help.status).toBe(0);
  for (const option of rest.filter((part) => part.startsWith("-"))) expect(help.stdout).toContain(option);
});

test.runIf(full)(
  "in empty folders every RUN runs, the tables are migrated, the command serves, the healthcheck is content, and SIGTERM ends it with 0",
  async () => {
    const key = randomBytes(32).toString("base64");
    const image = makeImage(newFolder(), [], { actions_key: key });
    const name = `cs_image_${process.pid}`;
    const admin = postgres(process.env.TEST_POSTGRES_URL ?? "", { max: 1, onnotice: () => {} });
    await admin.unsafe(`create database ${name}`);
    const at = (user?: string) => {
      const url = Object.assign(new URL(process.env.TEST_POSTGRES_URL ?? ""), { pathname: `/${name}` });
      if (user) Object.assign(url, { username: `${name}_${user}`, password: user });
      return url.toString();
    };
    const urls = { DATABASE_APP_URL: at("app"), DATABASE_SYSTEM_URL: at("system") };
    try {
      const migrate = ["node", "--import", "tsx", "db/migrate-command.ts"];
      const migrated = await runIn(image, migrate, { ...urls, DATABASE_URL: at() }).ended;
      expect(migrated).toMatchObject({ code: 0, said: expect.stringContaining("up to date") });
      const port = String(await freePort(7900));
      const env = {
        ...urls,
        PORT: port,
        APP_URL: `http://localhost:${port}`,
        SESSION_SECRET: key,
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
        TOKEN_KEYS: `k1:${key}`,
        MICROSOFT_CLIENT_ID: "none",
        MICROSOFT_CLIENT_SECRET: "none",
        INNGEST_EVENT_KEY: "none",
        INNGEST_SIGNING_KEY: "signkey-test-00",
        INNGEST_BASE_URL: "http://127.0.0.1:9",
      };
      const started = runIn(image, image.command, env);
      app = started.child;
      const isContent = async () => (await runIn(image, image.healthcheck, env).ended).code;
      await expect.poll(isContent, { timeout: 60_000, interval: 500 }).toBe(0);
      expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
      started.child.kill("SIGTERM");
      expect((await started.ended).code).toBe(0);
    } finally {
      app?.kill("SIGKILL");
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      for (const user of ["app", "system"]) await admin.unsafe(`drop role if exists ${name}_${user}`);
      await admin.end();
    }
  },
  1_800_000,
);

test("its stages are made as Docker makes them, with what was prepared linked", () => {
  const image = makeImage(newFolder(), ["build", "packages"], {});
  expect(existsSync(join(image.app, "app/(team)/layout.tsx"))).toBe(true);
  expect(existsSync(join(image.app, "patches"))).toBe(true);
  expect(readFileSync(join(image.app, "node_modules/next/package.json"), "utf8")).toContain('"next"');
  expect(execFileSync("ls", ["-a", image.app], { encoding: "utf8" })).not.toMatch(/^\.(git|env)$/m);
}, 120_000);
