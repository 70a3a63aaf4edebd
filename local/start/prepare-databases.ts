import { spawn } from "node:child_process";
import { join } from "node:path";
import postgres from "postgres";
import { root, type Settings } from "./settings";

export type Databases = {
  adminUrl?: string;
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  inngestUrl: string;
  microsoft365Url: string;
};

/** The three databases of this machine. The product's belongs to a role that is no superuser; everything is repeatable. */
export async function createDatabases(superuserUrl: string, secrets: Settings["secrets"]): Promise<Databases> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await ensureRole(sql, "countersign_owner", secrets.owner, "createrole");
    for (const [name, owner] of [
      ["countersign", "countersign_owner"],
      ["countersign_inngest", "postgres"],
      ["countersign_microsoft365", "postgres"],
    ] as const) {
      const found = await sql`select 1 from pg_database where datname = ${name}`;
      if (found.length === 0) await sql.unsafe(`create database ${name} owner ${owner}`);
    }
    // PostgreSQL lets everybody into every database by default; the app's roles have their own, which db/migrate closes.
    for (const name of ["countersign_inngest", "countersign_microsoft365"]) {
      await sql.unsafe(`revoke connect, temporary on database ${name} from public`);
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
  const at = (database: string, user?: string, password?: string) => {
    const url = new URL(superuserUrl);
    url.pathname = `/${database}`;
    if (user) url.username = user;
    if (password) url.password = password;
    return url.toString();
  };
  return {
    adminUrl: at("countersign"),
    ownerUrl: at("countersign", "countersign_owner", secrets.owner),
    appUrl: at("countersign", "countersign_app", secrets.app),
    systemUrl: at("countersign", "countersign_system", secrets.system),
    inngestUrl: at("countersign_inngest"),
    microsoft365Url: at("countersign_microsoft365"),
  };
}

/** Runs one of the project's own commands to its end. @throws Error with what it said, or when it is broken off. */
export async function runCommand(script: string, environment: NodeJS.ProcessEnv, broken: AbortSignal) {
  const said: string[] = [];
  const child = spawn(process.execPath, ["--import", "tsx", join(root, script)], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
    signal: broken,
  });
  child.stderr.on("data", (part) => said.push(String(part)));
  const code = await new Promise<number | null>((done, fail) => child.once("close", done).once("error", fail));
  if (code !== 0) throw new Error(`${script} failed: ${said.join("").trim()}`);
}

async function ensureRole(sql: postgres.Sql, name: string, password: string, options: string) {
  const found = await sql`select 1 from pg_roles where rolname = ${name}`;
  const verb = found.length === 0 ? "create" : "alter";
  await sql.unsafe(`${verb} role ${name} login ${options} nosuperuser nobypassrls password '${password}'`);
}
