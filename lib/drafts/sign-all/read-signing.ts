import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { type SignJobState, withExchange } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { type PassedOver, readPassedOver } from "./read-passed-over";

/** An order to sign all, as the review page shows it. */
export type Signing = PassedOver & {
  id: string;
  mine: boolean;
  /** Who gave it. */
  by: string;
  state: Exclude<SignJobState, "asking">;
  signed: number;
  /** So many are to be signed, or were. */
  of: number;
  refused: number;
  /** Of those signed, so many signatures still hold; `left` of them for a mail that was handed to Exchange and cannot be taken back. */
  holding: number;
  left: number;
};

/** How long the end of one's own order is still shown. */
const shownMinutes = 15;

/** The order that is under way, one's own before another's; else one's own that ended a moment ago. */
export function readSigning(member: Member, now: Date): Promise<Signing | null> {
  return withTeam(member, async (tx) => {
    const mine = sql`j.member_id = ${member.memberId}`;
    const [job] = await readRows<Omit<Signing, keyof PassedOver>>(
      tx,
      sql`select j.id, ${mine} as mine, m.name as by, j.state, j.signed, j.total - j.refused - j.passed_over as of, j.refused,
            (select count(*)::int from signatures g where g.job_id = j.id and g.voided_at is null) as holding,
            (select count(*)::int from signatures g join email_drafts d on d.id = g.draft_id where g.job_id = j.id and g.voided_at is null
               and (d.status = 'sent' or exists (select 1 from deliveries v where v.draft_id = d.id and v.state in ${anyOf(withExchange)}))) as left
          from sign_jobs j join members m on m.id = j.member_id
          where j.state = 'running'
            or (${mine} and j.state <> 'asking' and j.finished_at > ${now.toISOString()}::timestamptz - make_interval(mins => ${shownMinutes}::int))
          order by (j.state = 'running') desc, ${mine} desc, j.started_at desc limit 1`,
    );
    if (!job || (job.state !== "running" && job.signed > 0 && job.holding === 0)) return null;
    return { ...job, ...(await readPassedOver(tx, job.id, member.memberId)) };
  });
}
