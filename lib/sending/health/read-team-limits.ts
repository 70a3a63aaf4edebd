import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { LearnedLimit } from "@/db/schema/words";
import { readBudget } from "../../limits/read-budget";
import { type OutsideLimit, readOutside } from "./read-limits";

/** A refusal of Microsoft that says a limit was reached. */
export type Learned = { id: string; kind: LearnedLimit; email: string; at: Date; used: number; code: string };

/** What a team may send to others and has, and what Microsoft's refusals of the last seven days told, newest first. */
export function readTeamLimits(scope: Scope, now: Date): Promise<{ outside: OutsideLimit; learned: Learned[] }> {
  return withTeam(scope, async (tx) => {
    const { budget } = await readBudget(tx, null, now);
    const learned = await readRows<Omit<Learned, "at"> & { at: string }>(
      tx,
      sql`select l.id, l.kind, m.email, l.at, l.used, l.code from limit_lessons l join sender_accounts m on m.id = l.sender_account_id
          where l.at > ${now.toISOString()}::timestamptz - interval '7 days' order by l.at desc, l.id limit 20`,
    );
    return {
      outside: await readOutside(tx, budget, now),
      learned: learned.map((row) => ({ ...row, at: instantOf(row.at) })),
    };
  });
}
