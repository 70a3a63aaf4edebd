import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { hasRight } from "../auth/rights";
import { log } from "../log/log";
import { holdsMail } from "./judge-engine";
import { readEngine } from "./read-engine";

/** `since`: an ISO text; null where the job runner has never answered. */
export type HeldUp = { since: string | null };
/** `mayLook`: whether the reader is an administrator. `askThem`: the names of those who are, where the reader is none. */
export type HeldUpFor = HeldUp & { mayLook: boolean; askThem: string[] };

/** What every page says while the engine holds mail up; null while it does not, or while nobody can say. */
export async function readHeldUp(): Promise<HeldUp | null> {
  try {
    const { verdict } = await readEngine();
    return verdict && holdsMail(verdict) ? { since: verdict.since?.toISOString() ?? null } : null;
  } catch (error) {
    // A page is worth more than this line on it; the health address says what is wrong.
    log.warn({ err: error }, "the engine could not be looked at");
    return null;
  }
}

/** The same for one reader, with whom to ask. */
export async function readHeldUpFor(member: Member): Promise<HeldUpFor | null> {
  const held = await readHeldUp();
  if (!held) return null;
  if (hasRight(member.role, "team:manage")) return { ...held, mayLook: true, askThem: [] };
  return { ...held, mayLook: false, askThem: await readAdministrators(member) };
}

/** The administrators of a team by name, who was there first before others. */
export function readAdministrators(member: Member): Promise<string[]> {
  return withTeam(member, async (tx) => {
    const rows = await readRows<{ name: string }>(
      tx,
      sql`select name from members where role = 'administrator' and status = 'active' order by created_at, id limit 3`,
    );
    return rows.map((row) => row.name);
  });
}
