import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../start/settings";
import { execForm, readDockerfile } from "./read-dockerfile";

type Service = {
  image: string;
  command?: string[];
  ports?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  env_file?: string[];
  environment?: Record<string, string>;
};
type Compose = { services: Record<string, Service>; volumes: object };

const read = (path: string) => readFileSync(join(root, path), "utf8");
const readCompose = () => parse(read("compose.yaml"), { merge: true }) as Compose;
const { $schema: _, ...schema } = JSON.parse(read("local/testing/image/compose-spec.schema.json"));
const isCompose = new Ajv({ strict: false, allErrors: true }).compile(schema);
const { services } = readCompose();

test("compose.yaml is what the published schema of Compose says", () => {
  expect(isCompose(readCompose()), JSON.stringify(isCompose.errors)).toBe(true);
});

test.each([
  [
    "a service has a word that Compose does not know",
    (given: Compose) => Object.assign(given.services.app ?? {}, { port: ["3000"] }),
  ],
  [
    "a condition is misspelt",
    (given: Compose) => Object.assign(given.services.app ?? {}, { depends_on: { postgres: { condition: "healthy" } } }),
  ],
])("the schema finds it when %s", (_, spoil) => {
  const given = readCompose();
  spoil(given);
  expect(isCompose(given)).toBe(false);
});

test("nothing but the app is reached from outside, and that from this host alone", () => {
  const open = Object.entries(services).flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
  expect(open).toEqual(["app 127.0.0.1:3000:3000", "app-2 127.0.0.1:3001:3000"]);
});

test("each waits for a state that the other tells of", () => {
  for (const { depends_on = {} } of Object.values(services))
    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(services[name], name).toBeDefined();
      if (condition === "service_healthy") expect(services[name]?.healthcheck, name).toBeDefined();
    }
});

test("no secret stands in it, every image has a version, and what it starts of ours is there", () => {
  expect(read("compose.yaml")).not.toMatch(/(PASSWORD|SECRET|KEY)S?:\s*\S/);
  for (const [name, { image, command = [] }] of Object.entries(services)) {
    expect(image, name).toMatch(/:.*\d/);
    for (const path of command.filter((part) => part.endsWith(".ts"))) expect(existsSync(join(root, path)), path).toBe(true);
  }
});

test("only migrating has the owner's address", () => {
  expect(Object.entries(services).flatMap(([name, { env_file = [] }]) => env_file.map((file) => `${name} ${file}`))).toEqual([
    "migrate env/owner.env",
    "app env/app.env",
    "app-2 env/app.env",
    "inngest env/inngest.env",
    "postgres env/postgres.env",
  ]);
});

test("Dockerfile and compose.yaml ask after the app's life in the same place, and the app's version is the package's", () => {
  const last = readDockerfile(read("Dockerfile")).at(-1);
  const ofImage = execForm(last?.instructions.find(({ word }) => word === "HEALTHCHECK")?.rest ?? "").join(" ");
  for (const asked of [ofImage, services.app?.healthcheck?.test.join(" ") ?? ""]) expect(asked).toContain("/api/health/live");
  const { version } = JSON.parse(read("package.json")) as { version: string };
  expect(services.app?.image).toContain(version);
});

test("the runbook's commands make every file of settings and secrets, for its owner alone, and nothing in them is empty but what is to be filled in", () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-env-"));
  try {
    const [, commands = ""] = /```sh\n([\s\S]+?)```/.exec(read("docs/runbooks/containers.md")) ?? [];
    execFileSync("sh", ["-ec", commands], { cwd: folder });
    const files = Object.values(services).flatMap(({ env_file = [] }) => env_file);
    for (const file of [...files, "env/actions.key"]) expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
    const lines = [...new Set(files)].flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"));
    expect(lines.filter((line) => !/^[A-Z_]+=\S+$/.test(line))).toEqual([
      "MICROSOFT_CLIENT_ID=",
      "MICROSOFT_CLIENT_SECRET=",
      "MICROSOFT_TENANTS=",
    ]);
    const app = readFileSync(join(folder, "env/app.env"), "utf8");
    const needed = [...read("docs/settings.md").matchAll(/^\| `(\w+)` \| (?:yes|on a server|behind a proxy) \|/gm)].map(
      ([, name]) => name,
    );
    expect(needed.length).toBeGreaterThan(8);
    for (const name of needed) expect(app).toMatch(new RegExp(`^${name}=`, "m"));
    expect(app).not.toContain("countersign_owner");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
