import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import type { DescribedError } from "../errors/describe-error";

/** `under way` may also mean that its process ended in the middle. */
export type Became = { became: "done" | "not done" | "under way" } | { became: "refused"; error: DescribedError };

/**
 * What became of an act whose answer was lost. One that has not come yet is given up in the same moment: once somebody was told
 * that it was not done, it is never done.
 */
export function askAct(member: Member, actId: string, now: Date): Promise<Became> {
  return withTeam(member, async (tx) => {
    await tx.execute(
      sql`insert into acts (id, member_id, at, outcome)
          values (${actId}::uuid, ${member.memberId}::uuid, ${now.toISOString()}::timestamptz, 'given up') on conflict do nothing`,
    );
    // A statement of its own: what somebody else began in this moment is seen by the next one only.
    const [row] = await readRows<{ outcome: string | null; refusal: DescribedError | null }>(
      tx,
      sql`select outcome, refusal from acts where id = ${actId}::uuid and member_id = ${member.memberId}::uuid`,
    );
    if (row?.outcome === "refused" && row.refusal) return { became: "refused", error: row.refusal };
    if (row?.outcome === "done") return { became: "done" };
    return { became: row?.outcome === "given up" ? "not done" : "under way" };
  });
}
