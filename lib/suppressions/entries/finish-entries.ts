import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import { endInParts, peopleAtOnce } from "./end-in-parts";
import type { Entry } from "./entry";
import { selectNamed } from "./named-by";
import { readEntry } from "./read-entry";

/** Whoever suppressed a moment ago is at it still; what a crash left a day ago ends by itself, when the last check refuses each mail. */
const [leastMinutes, mostMinutes] = [2, 24 * 60];
/** In one sweep, whose other teams wait; the next minute goes on. */
const mostPeople = 2_000;

/**
 * Ends whom a crash left over of the many whom an entry names (`suppressEntry`): no mail to them leaves, but their campaigns would go on saying that they
 * wait. The list itself is not read: only what was done in the last day.
 * @returns for how many enrolments a campaign ended by this.
 */
export async function finishEntries(scope: Scope, now: Date): Promise<number> {
  const ago = (minutes: number) => sql`${now.toISOString()}::timestamptz - make_interval(mins => ${minutes})`;
  const acts = await withTeam(scope, (tx) =>
    readRows<{ memberId: string | null; at: string; entry: string }>(
      tx,
      sql`select a.member_id as "memberId", a.at, a.detail->>'entry' as entry from activities a
          where a.at between ${ago(mostMinutes)} and ${ago(leastMinutes)} and a.verb = 'suppressed an entry'
            and (a.detail->>'people')::int > ${peopleAtOnce} order by a.at`,
    ),
  );
  let ended = 0;
  for (const { memberId, at, entry } of acts) {
    const read = readEntry(entry);
    if ("refused" in read) continue;
    const left = await readLeft(scope, read.entries);
    ended += await endInParts({ ...scope, memberId }, read.entries, left, instantOf(at));
  }
  return ended;
}

/** Whom entries name, and who is enrolled still, or written to by hand. */
function readLeft(scope: Scope, entries: Entry[]): Promise<string[]> {
  return withTeam(scope, async (tx) => {
    const rows = await readRows<{ id: string }>(
      tx,
      sql`select x.id from (select c.contact_id as id from campaign_contacts c where c.status in ${anyOf(openStatuses)}
            union select h.contact_id from single_mails h where h.ended_reason is null) x
          where x.id in (${selectNamed(entries)}) order by 1 limit ${mostPeople}`,
    );
    return rows.map(({ id }) => id);
  });
}
