import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../../errors/app-error";
import { hereSeconds, type OtherHere, typingSeconds } from "./other-here";

/** So old, a row says nothing any more, and whoever comes next takes it away. */
const keptSeconds = 60;

/**
 * Says that a person has a thread open, and whether they type an answer in it; answers who else does. One statement, as it is said every few seconds:
 * it tells no page, since each page asks by itself. @throws AppError "not_found" for another team's thread.
 */
export async function beHere(
  scope: Scope & { memberId: string },
  { threadId, typing }: { threadId: string; typing: boolean },
  now: Date,
): Promise<OtherHere[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const within = (seconds: number) => sql`> ${at} - ${seconds} * interval '1 second'`;
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ others: OtherHere[] }>(
      tx,
      // Rows that somebody else is taking away at this moment are left to them.
      sql`with gone as (
            delete from thread_presences where id in (
              select id from thread_presences where not seen_at ${within(keptSeconds)} and not (thread_id = ${threadId}::uuid and member_id = ${scope.memberId}::uuid)
              for update skip locked)),
          here as (
            insert into thread_presences as h (thread_id, member_id, seen_at, typed_at)
            select t.id, ${scope.memberId}::uuid, ${at}, case when ${typing}::boolean then ${at} end from reply_threads t where t.id = ${threadId}::uuid
            on conflict (team_id, thread_id, member_id) do update
              set seen_at = greatest(h.seen_at, excluded.seen_at), typed_at = coalesce(excluded.typed_at, h.typed_at)
            returning thread_id)
          select coalesce((select json_agg(json_build_object('memberId', m.id, 'name', m.name, 'typing', coalesce(o.typed_at ${within(typingSeconds)}, false),
              'secondsAgo', greatest(0, floor(extract(epoch from ${at} - case when o.typed_at ${within(typingSeconds)} then o.typed_at else o.seen_at end)))::int)
              order by o.typed_at desc nulls last, m.name, m.id)
            from thread_presences o join members m on m.id = o.member_id
            where o.thread_id = here.thread_id and o.member_id <> ${scope.memberId}::uuid and o.seen_at ${within(hereSeconds)}), '[]') as others
          from here`,
    ),
  );
  if (!row) throw new AppError("not_found");
  return row.others;
}
