import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { underWay } from "@/db/schema/words";
import type { Member } from "../auth/member";
import { readNextMails } from "../campaigns/read/read-next-mails";
import { changedMails } from "../campaigns/wait/changed-mails";
import { waitingDrafts } from "../campaigns/wait/waiting-drafts";
import { sayLate } from "../campaigns/words/say-late";
import { byHand } from "../drafts/review/queue-of";
import { queuedDrafts } from "../drafts/review/queued-drafts";
import { shareReading } from "../live/share-reading";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { holdOf, sends } from "../senders/mailbox-hold";
import { readStop } from "../shown/read-stop";
import { narrowThreads } from "../threads/narrow-threads";
import { mostCounted } from "../threads/thread";
import type { ReadFrame, ShellData } from "./shell-data";

/** Reads what the frame around every page shows: its person's part, and what all of the team see alike. @param frame how that part is read. */
export async function readShell(member: Member, now: Date, frame: typeof readFrame = readFrame): Promise<ShellData> {
  const [ofTeam, ofPerson] = await Promise.all([frame(member, now), readPerson(member)]);
  return { ...ofTeam, ...ofPerson, toldAt: now.toISOString() };
}

/** The part that all of a team see alike, read once for all who ask. */
export function shareFrame(member: Member, now: Date): Promise<ReadFrame> {
  return shareReading(member.teamId, `frame ${member.teamTimezone}`, () => readFrame(member, now));
}

async function readPerson(member: Member): Promise<Pick<ShellData, "team" | "person">> {
  const [row] = await withTeam(member, (tx) =>
    readRows<{ zoneTold: boolean; ownZone: string | null }>(
      tx,
      sql`select t.zone_told as "zoneTold", (select s.timezone from member_settings s where s.member_id = ${member.memberId}) as "ownZone" from teams t`,
    ),
  );
  return {
    team: { name: member.teamName, timezone: member.teamTimezone, zoneTold: row?.zoneTold ?? true },
    person: {
      name: member.name,
      email: member.email,
      role: member.role,
      timezone: member.timezone,
      ownTimezone: row?.ownZone ?? null,
    },
  };
}

/** The same, read in one transaction. */
export function readFrame(member: Member, now: Date): Promise<ReadFrame> {
  const at = now.toISOString();
  const { start, end } = localDay({ timeZone: member.teamTimezone }, toTemporal(now));
  return withTeam(member, async (tx) => {
    const campaigns = await readRows<ShellData["campaigns"][number]>(
      tx,
      sql`select c.id, c.name, c.status, coalesce(not ${sends}, false) as held
          from campaigns c left join sender_accounts m on m.id = c.sender_account_id
          where c.status in ${anyOf(underWay)} order by c.status, c.launched_at desc limit 8`,
    );
    const [counts] = await readRows<{
      toReview: number;
      toAnswer: number;
      broken: number;
      sentToday: number;
      planned: number;
      begun: boolean;
    }>(
      tx,
      sql`select
        (select coalesce(sum(w.waiting), 0)::int from ${waitingDrafts} w)
          + (select count(*)::int ${queuedDrafts(byHand)}) + (select count(*)::int ${changedMails}) as "toReview",
        (select count(*)::int from (select 1 from reply_threads t where ${narrowThreads({ filter: "todo", mailboxId: null }, null)} limit ${mostCounted + 1}) x) as "toAnswer",
        (select count(*)::int from sender_accounts m where ${holdOf} is not null) as broken,
        (select count(*)::int from sent_emails where sent_at >= ${start.toString()}::timestamptz) as "sentToday",
        (select count(*)::int from scheduled_emails where status = 'pending' and scheduled_for < ${end.toString()}::timestamptz) as planned,
        exists (select 1 from campaigns where launched_at is not null) or exists (select 1 from single_mails where admission > 0) as begun`,
    );
    const stop = await readStop(tx);
    const [next] = await readNextMails(tx, {}, 1);
    const sentToday = counts?.sentToday ?? 0;
    return {
      asOf: at,
      toReview: counts?.toReview ?? 0,
      toAnswer: counts?.toAnswer ?? 0,
      brokenSettings: counts?.broken ?? 0,
      campaigns,
      pulse: {
        state: stop ? "stopped" : next ? (next.at < toDate(end) ? "sending" : "later") : counts?.begun ? "quiet" : "nothing yet",
        stoppedBy: stop?.by ?? null,
        stoppedAt: stop?.at.toISOString() ?? null,
        stop: stop?.seen ?? null,
        sentToday,
        plannedToday: sentToday + (counts?.planned ?? 0),
        next:
          next && !stop
            ? {
                at: next.at.toISOString(),
                name: next.name,
                mailbox: next.mailbox,
                campaignId: next.campaignId,
                why: sayLate(next.waitReason),
              }
            : null,
      },
    };
  });
}
