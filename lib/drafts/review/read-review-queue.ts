import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { openStatuses, underWay } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { changedMails, isNotChanged } from "../../campaigns/wait/changed-mails";
import { waitingDrafts } from "../../campaigns/wait/waiting-drafts";
import { shareReading } from "../../live/share-reading";
import { hasLeftOtherwise } from "../../mail/compare/has-left-otherwise";
import { draftParts, draftVersion, shownVersionLength } from "../../mail/draft-parts";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import { formatClock, formatTime } from "../../schedule/words/format-time";
import { countWaiting } from "./count-waiting";
import { nearestInQueue } from "./nearest-in-queue";
import { byHand, type QueueOf } from "./queue-of";
import { failsCheck, isOfQueue, queuedDrafts, queueOrder } from "./queued-drafts";

export type QueueRow = {
  id: string;
  name: string;
  subject: string;
  /** Who wrote it, of a mail by hand; null of a campaign's. */
  hand: string | null;
  state: "waits" | "warns" | "signed" | "changed";
  /** Of the text that waits, in short (lib/mail/draft-parts): signing all signs this one and no other. Null of a signed one. */
  version: string | null;
  /** When it was signed, in the reader's words. */
  signedAt: string | null;
};
export type ReviewQueue = {
  /** When it was read, as an ISO text. */
  readAt: string;
  rows: QueueRow[];
  /** Drafts that wait for a signature; `rows` may hold fewer. */
  waiting: number;
  /** Of these, those no check forbids to sign. */
  passing: number;
  signedToday: number;
  campaigns: { id: string; name: string; waiting: number }[];
  /** Of those that wait, so many were written by hand. */
  byHand: number;
  /** So many more come to it by themselves: their drafts are being written at this moment, or once the model answers. Looked for when hardly any wait. */
  beingWritten: number;
  /** When the next mail falls due that is not written yet; "" when none is planned. */
  nextDue: string;
};

const mostRows = 500;
/** With no more waiting than this the desk may be empty a moment later, and says then what is still being written: 0.3 s at 60,000 people. */
const nearlyDone = 20;
/** How many of those signed last stand above the line, so that one sees where one is. */
const signedShown = 3;

/** Who wrote `d`, a draft: null of a campaign's. */
const writer = sql`case when d.campaign_id is null then coalesce((select split_part(w.name, ' ', 1) from single_mails y join letters z on z.id = y.letter_id
    join members w on w.id = z.written_by where y.draft_id = d.id), 'somebody') end as hand`;

/** The drafts that wait for a signature, those due first on top, after the few that were signed last. */
export function readReviewQueue(member: Member, of: QueueOf, now: Date): Promise<ReviewQueue> {
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  // A day's numbers are the team's, whosever clock its times are said on.
  const today = localDay({ timeZone: member.teamTimezone }, reader.now);
  const isOf = isOfQueue(of);
  return withTeam(member, async (tx) => {
    const { waiting: toSign, blocked } = await countWaiting(tx, of);
    const nearest = await nearestInQueue(tx, of, mostRows);
    const open = nearest ? sql`${queuedDrafts(of)} and ${nearest}` : queuedDrafts(of);
    const waiting = await readRows<Omit<QueueRow, "state" | "signedAt"> & { warns: boolean }>(
      tx,
      sql`select q.id, q.name, q.subject, q.warns, q.hand, (select left(${draftVersion}, ${shownVersionLength}) ${draftParts} where d.id = q.id) as version
          from (select d.id, coalesce(p.name, p.email) as name, coalesce(d.edited_subject, d.subject) as subject, ${failsCheck} as warns, ${writer},
                  row(${queueOrder}) as place ${open} order by ${queueOrder} limit ${mostRows}) q order by q.place`,
    );
    const changed = await readRows<{
      id: string;
      name: string;
      hand: string | null;
      place: string;
      deleted: boolean;
      at: string;
    }>(
      tx,
      sql`select d.id, coalesce(p.name, p.email) as name, ${writer}, x.place, x.differences = '[]' as deleted, x.found_at as at ${changedMails} ${isOf} order by x.found_at, d.id limit ${mostRows}`,
    );
    const [counts] = await readRows<{
      signed: number;
      written: number;
      due: string | null;
    }>(
      tx,
      sql`select (select count(*)::int from signatures g join email_drafts d on d.id = g.draft_id where g.kind = 'person' and g.voided_at is null ${isOf}
               and g.signed_at >= ${today.start.toString()}::timestamptz) as signed,
            case when ${toSign <= nearlyDone} then (select count(*)::int from campaign_contacts c join campaigns k on k.id = c.campaign_id
               join campaign_sequences q on q.campaign_id = c.campaign_id and q.sequence_order = c.current_sequence_step + 1
               where c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)} and k.review_mode = 'each' ${of === byHand ? sql`and false` : of ? sql`and c.campaign_id = ${of}` : sql``}
                 and not exists (select 1 from email_drafts d where d.campaign_contact_id = c.id and d.sequence_id = q.id)) else 0 end as written,
            (select min(x.next_at) from campaigns k cross join lateral (select c.next_at from campaign_contacts c
               where c.campaign_id = k.id and c.status in ${anyOf(openStatuses)} and c.wait_reason = 'delay' and c.next_at is not null order by c.next_at limit 1) x
               where k.status = 'active' ${of === byHand ? sql`and false` : of ? sql`and k.id = ${of}` : sql``}) as due`,
    );
    const signed = await readRows<{ id: string; name: string; subject: string; hand: string | null; at: string }>(
      tx,
      sql`select d.id, coalesce(p.name, p.email) as name, coalesce(d.edited_subject, d.subject) as subject, ${writer}, g.signed_at as at
          from signatures g join email_drafts d on d.id = g.draft_id join contacts p on p.id = d.contact_id
          where g.kind = 'person' and g.voided_at is null and ${isNotChanged} and not ${hasLeftOtherwise(sql`d.id`)} and g.signed_at > ${now.toISOString()}::timestamptz - interval '12 hours' ${isOf}
          order by g.signed_at desc, g.id limit ${signedShown}`,
    );
    const groups = await readRows<{ id: string | null; name: string; waiting: number }>(
      tx,
      sql`select k.id, k.name, w.waiting from ${waitingDrafts} w join campaigns k on k.id = w.campaign_id where w.waiting > 0
          union all select null, null, h.count from (select count(*)::int as count ${queuedDrafts(byHand)}) h where h.count > 0 order by name`,
    );
    const due = instantOf(counts?.due ?? null);
    return {
      readAt: now.toISOString(),
      rows: [
        ...changed.map(({ id, name, hand, place, deleted, at }) => ({
          id,
          name,
          hand,
          subject:
            place === "by hand"
              ? "Sent from Outlook, not as signed"
              : `${deleted ? "Deleted" : "Changed"} in Outlook, did not leave`,
          state: "changed" as const,
          version: null,
          signedAt: formatClock(toTemporal(instantOf(at)), member.timezone),
        })),
        ...signed.reverse().map(({ at, ...row }) => ({
          ...row,
          version: null,
          state: "signed" as const,
          signedAt: formatClock(toTemporal(instantOf(at)), member.timezone),
        })),
        ...waiting.map(({ warns: warned, ...row }) => ({
          ...row,
          state: warned ? ("warns" as const) : ("waits" as const),
          signedAt: null,
        })),
      ],
      waiting: toSign + changed.length,
      passing: toSign - blocked,
      signedToday: counts?.signed ?? 0,
      campaigns: groups.flatMap(({ id, ...group }) => (id ? [{ id, ...group }] : [])),
      byHand: groups.find(({ id }) => id === null)?.waiting ?? 0,
      beingWritten: counts?.written ?? 0,
      nextDue: due ? formatTime(toTemporal(due), reader) : "",
    };
  });
}

/** The same, read once for all who ask and read the same clock. */
export const shareReviewQueue = (member: Member, of: QueueOf, now: Date): Promise<ReviewQueue> =>
  shareReading(member.teamId, `review ${of} ${member.timezone} ${member.teamTimezone}`, () => readReviewQueue(member, of, now));
