import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { AppError } from "../errors/app-error";

/**
 * Notes that an act is under way, so that what became of it can be asked for. Whoever comes by takes old notes of the team away.
 * @throws AppError "conflict" where it was given up, since somebody was told that it was not done, and where it came before: a browser whose
 * line broke sends its request once more by itself.
 */
export async function beginAct(member: Member, actId: string, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await withTeam(member, async (tx) => {
    const [begun] = await readRows<{ id: string }>(
      tx,
      // Not `for update skip locked`: that reads only what its person may still change, and what has ended nobody changes. Places in the
      // table are deleted in their order, so that two who tidy at once wait for each other and never both.
      sql`with gone as (
            delete from acts where ctid = any(array(select ctid from acts where at < ${at} - interval '1 day' order by at limit 20)))
          insert into acts (id, member_id, at) values (${actId}::uuid, ${member.memberId}::uuid, ${at}) on conflict do nothing returning id`,
    );
    if (begun) return;
    const [there] = await readRows<{ outcome: string | null }>(
      tx,
      sql`select outcome from acts where id = ${actId}::uuid and member_id = ${member.memberId}::uuid`,
    );
    throw new AppError("conflict", there?.outcome === "given up" ? tooLate : cameBefore);
  });
}

const tooLate = "This came too late, and you were told that it was not done. Do it again.";
const cameBefore = "This came twice and counts once: what you see now is what is so.";
