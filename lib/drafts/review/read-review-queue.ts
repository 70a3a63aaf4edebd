import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { openStatuses } from "@/db/schema/words";
import type { Member } from "../../auth/member";
import { changedMails, isNotChanged } from "../../campaigns/wait/changed-mails";
import { hasLeftOtherwise } from "../../mail/compare/has-left-otherwise";
import { draftParts, draftVersion, shownVersionLength } from "../../mail/draft-parts";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import { formatClock, formatTime } from "../../schedule/words/format-time";
import { failsCheck, queuedDrafts, queueOrder } from "./queued-drafts";

export type QueueRow = {
  id: string;
  name: string;
  subject: string;
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
  /** When the next mail falls due that is not written yet; "" when none is planned. */
  nextDue: string;
};

const mostRows = 500;
/** How many of those signed last stand above the line, so that one sees where one is. */
const signedShown = 3;

/** The drafts that wait for a signature, those due first on top, after the few that were signed last. */
export function readReviewQueue(member: Member, campaignId: string | null, now: Date): Promise<ReviewQueue> {
  const reader = { now: toTemporal(now), timeZone: member.timezone };
  const today = localDay(reader, reader.now);
  const ofCampaign = campaignId ? sql`and d.campaign_id = ${campaignId}` : sql``;
  const open = queuedDrafts(campaignId);
  return withTeam(member, async (tx) => {
    const waiting = await readRows<{ id: string; name: string; subject: string; warns: boolean; version: string }>(
      tx,
      sql`select q.id, q.name, q.subject, q.warns, (select left(${draftVersion}, ${shownVersionLength}) ${draftParts} where d.id = q.id) as version
          from (select d.id, coalesce(p.name, p.email) as name, coalesce(d.edited_subject, d.subject) as subject, ${failsCheck} as warns,
                  row(${queueOrder}) as place ${open} order by ${queueOrder} limit ${mostRows}) q order by q.place`,
    );
    const changed = await readRows<{ id: string; name: string; place: string; deleted: boolean; at: string }>(
      tx,
      sql`select d.id, coalesce(p.name, p.email) as name, x.place, x.differences = '[]' as deleted, x.found_at as at ${changedMails} ${ofCampaign} order by x.found_at, d.id limit ${mostRows}`,
    );
    const [counts] = await readRows<{ waiting: number; passing: number; signed: number; due: string | null }>(
      tx,
      sql`select n.waiting, n.passing,
            (select count(*)::int from signatures g join email_drafts d on d.id = g.draft_id where g.kind = 'person' and g.voided_at is null ${ofCampaign}
               and g.signed_at >= ${today.start.toString()}::timestamptz) as signed,
            (select min(c.next_at) from campaign_contacts c join campaigns k on k.id = c.campaign_id
               where c.status in ${anyOf(openStatuses)} and c.wait_reason = 'delay' and k.status = 'active' ${campaignId ? sql`and c.campaign_id = ${campaignId}` : sql``}) as due
          from (select count(*)::int as waiting, (count(*) filter (where not ${failsCheck}))::int as passing ${open}) n`,
    );
    const signed = await readRows<{ id: string; name: string; subject: string; at: string }>(
      tx,
      sql`select d.id, coalesce(p.name, p.email) as name, coalesce(d.edited_subject, d.subject) as subject, g.signed_at as at
          from signatures g join email_drafts d on d.id = g.draft_id join contacts p on p.id = d.contact_id
          where g.kind = 'person' and g.voided_at is null and ${isNotChanged} and not ${hasLeftOtherwise(sql`d.id`)} and g.signed_at > ${now.toISOString()}::timestamptz - interval '12 hours' ${ofCampaign}
          order by g.signed_at desc, g.id limit ${signedShown}`,
    );
    const campaigns = await readRows<{ id: string; name: string; waiting: number }>(
      tx,
      sql`select k.id, k.name, count(*)::int as waiting ${queuedDrafts(null)} group by k.id, k.name order by k.name`,
    );
    const due = instantOf(counts?.due ?? null);
    return {
      readAt: now.toISOString(),
      rows: [
        ...changed.map(({ id, name, place, deleted, at }) => ({
          id,
          name,
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
      waiting: (counts?.waiting ?? 0) + changed.length,
      passing: counts?.passing ?? 0,
      signedToday: counts?.signed ?? 0,
      campaigns,
      nextDue: due ? formatTime(toTemporal(due), reader) : "",
    };
  });
}
