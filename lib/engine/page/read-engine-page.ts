import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { hasRight } from "../../auth/rights";
import { AppError } from "../../errors/app-error";
import { type Engine, readEngine } from "../read-engine";
import { describeServer, type Server } from "./describe-server";

/** `planned`: mails of this team that have their minute. `lateSince`: the oldest minute that passed more than 90 s ago. */
type TeamRuns = { planned: number; late: number; lateSince: Date | null };
export type EnginePage = { engine: Engine; server: Server; runs: TeamRuns };

/** What an administrator reads of the engine: of other teams only how many events wait. @throws AppError "forbidden" for everybody else. */
export async function readEnginePage(member: Member): Promise<EnginePage> {
  if (!hasRight(member.role, "team:manage")) throw new AppError("forbidden");
  const [engine, server, runs] = await Promise.all([readEngine(), describeServer(), readRuns(member)]);
  return { engine, server, runs };
}

function readRuns(member: Member): Promise<TeamRuns> {
  return withTeam(member, async (tx) => {
    const [row] = await readRows<{ planned: number; late: number; since: string | null }>(
      tx,
      sql`select count(*)::int as planned, count(*) filter (where scheduled_for < now() - interval '90 seconds')::int as late,
            min(scheduled_for) filter (where scheduled_for < now() - interval '90 seconds')::text as since
          from scheduled_emails where status = 'pending'`,
    );
    return { planned: row?.planned ?? 0, late: row?.late ?? 0, lateSince: instantOf(row?.since ?? null) };
  });
}
