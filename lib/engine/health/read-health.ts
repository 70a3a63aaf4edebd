import { sql } from "drizzle-orm";
import { codeOf } from "@/db/access/code-of";
import { readRows } from "@/db/access/read-rows";
import { withSystem } from "@/db/access/with-system";
import { withTeam } from "@/db/access/with-team";
import { missingMigration } from "@/db/newest-migration";
import { readEngine } from "../read-engine";
import { type ToldEngine, tellEngine } from "./tell-engine";

/** What this process can say of itself and of what it needs: numbers and words of a closed list, nothing of any person or team. */
export type Health = {
  database: "answers" | "does not answer";
  /** `behind`: the code of this process needs a migration that the database does not have. */
  migrations: "current" | "behind" | "unknown";
  /** null where the database does not answer. */
  engine: ToldEngine | null;
  /** Of all teams. */
  mailboxes: { working: number; inTrouble: number } | null;
};

const freshMs = 1000;
const patienceMs = 2000;
/** After so long a question that was not answered is asked anew: its connection may never end. */
const givenUpMs = 10_000;

let kept: { at: number; done: boolean; health: Promise<Health> } | undefined;

/**
 * The health of this process within two seconds, asked at most once a second however often it is asked for. Never throws.
 * A database that hangs is asked by one question at a time, so that whoever watches us does not use its connections up.
 */
export async function readHealth(): Promise<Health> {
  const now = Date.now();
  if (!kept || (kept.done ? now - kept.at > freshMs : now - kept.at > givenUpMs)) {
    const asked = { at: now, done: false, health: ask().catch(() => away) };
    asked.health.finally(() => {
      asked.done = true;
    });
    kept = asked;
  }
  return Promise.race([kept.health, new Promise<Health>((resolve) => setTimeout(() => resolve(away), patienceMs).unref())]);
}

const away: Health = { database: "does not answer", migrations: "unknown", engine: null, mailboxes: null };

async function ask(): Promise<Health> {
  const migrations = await askMigrations();
  // A page needs the other role as well; nobody's team shows no rows.
  await withTeam({ teamId: "00000000-0000-0000-0000-000000000000", memberId: null }, (tx) => tx.execute(sql`select 1`));
  if (migrations === "behind") return { database: "answers", migrations, engine: null, mailboxes: null };
  const mailboxes = await withSystem("tell health", (tx) =>
    readRows<{ working: number; inTrouble: number }>(
      tx,
      sql`select count(*) filter (where status = 'connected' and trouble is null)::int as working,
            count(*) filter (where status = 'signed_out' or (status = 'connected' and trouble is not null))::int as "inTrouble"
          from sender_accounts where tid is not null`,
    ),
  );
  const engine = await readEngine();
  return { database: "answers", migrations, engine: tellEngine(engine), mailboxes: mailboxes[0] ?? null };
}

async function askMigrations(): Promise<"current" | "behind"> {
  try {
    return (await withSystem("tell health", missingMigration)) === null ? "current" : "behind";
  } catch (error) {
    // The right to look came with a migration of its own.
    if (/^(42501|42P01|3F000)$/.test(String(codeOf(error)))) return "behind";
    throw error;
  }
}
