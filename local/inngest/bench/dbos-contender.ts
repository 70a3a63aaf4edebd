import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { endProgram, findPort, startProgram } from "../testing/start-program";
import type { Contender, Shape } from "./contender";

const version = "5.3.0";
/** Outside the repository, and kept for the next time. */
const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "countersign-bench", `dbos-sdk-${version}`);

/** Where DBOS is, installed from npm's registry the first time; undefined where there is none. */
export function installDbos(): string | undefined {
  const module = join(folder, "node_modules", "@dbos-inc", "dbos-sdk", "dist", "src", "index.js");
  if (existsSync(module)) return module;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  try {
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", `@dbos-inc/dbos-sdk@${version}`], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 120_000,
    });
    return module;
  } catch {
    return undefined;
  }
}

/** DBOS in one process; `ways` names how it starts runs of each shape. */
export function dbos(name: string, module: string, ways: Record<Shape, string>): Contender {
  return {
    name,
    start: async (databaseUrl, sql) => {
      const port = await findPort();
      const program = await startProgram("../bench/dbos-app.ts", {
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        DBOS_MODULE: module,
      });
      return {
        processes: { app: program.pid ?? 0 },
        begin: async (shape, tag, count) => {
          const answer = await fetch(`http://127.0.0.1:${port}/?way=${ways[shape]}&tag=${tag}&count=${count}`);
          if (!answer.ok) throw new Error(`DBOS's program answered ${answer.status}.`);
        },
        countOpen: async () =>
          Number((await sql`select count(*)::int as open from dbos.workflow_status where status <> 'SUCCESS'`)[0]?.open),
        countSteps: async () => Number((await sql`select count(*)::int as steps from dbos.operation_outputs`)[0]?.steps),
        stop: () => endProgram(program),
      };
    },
  };
}
