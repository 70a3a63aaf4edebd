import { sql } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import type { DescribedError } from "../errors/describe-error";
import { log } from "../log/log";

/** Notes what became of an act: done, or refused with this. A note that fails takes nothing back; whoever asks is told that it is not known. */
export async function endAct(member: Member, actId: string, refused: DescribedError | null): Promise<void> {
  // Whole texts of others, which some refusals carry, are not kept here: whoever comes back reads them anew.
  const { theirs: _, ...refusal } = refused ?? {};
  try {
    await withTeam(member, (tx) =>
      tx.execute(
        sql`update acts set outcome = ${refused ? "refused" : "done"}, refusal = ${refused && JSON.stringify(refusal)}::jsonb
            where id = ${actId}::uuid and member_id = ${member.memberId}::uuid and outcome is null`,
      ),
    );
  } catch (error) {
    log.warn({ err: error, act: actId }, "what became of an act is not noted");
  }
}
