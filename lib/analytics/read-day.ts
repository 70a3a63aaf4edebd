import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { openStatuses, underWay, withExchange } from "@/db/schema/words";
import { pausedFor } from "../campaigns/read/paused-for";
import { isNotChanged } from "../campaigns/wait/changed-mails";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { sends } from "../senders/mailbox-hold";
import type { ToSignToday } from "./forecast-to-sign";

/** One mail of today as a mark on the day's line. */
export type DayMark = { at: Date; kind: "sent" | "signed" | "to sign" | "held" | "reply"; name: string };

export type DayLane = {
  /** Null of the mails without a campaign. */
  campaignId: string | null;
  name: string;
  /** Zone of the campaign, in which its hours are drawn. */
  timezone: string;
  sent: number;
  /** Sent, or signed with a minute today: the number the pulse counts to. */
  planned: number;
  /** Signed, and without a minute because the campaign is paused or all sending is stopped: resuming gives them one. */
  signedHeld: number;
  /** Would leave today, were they signed now. */
  toSign: number;
  /** Why part of it is held, or null. */
  held: "paused" | "mailbox" | "stopped" | null;
  heldBy: string | null;
  /** Paused by itself, because a sent copy differs. */
  differs: boolean;
  mailbox: string | null;
  marks: DayMark[];
};

/** What left and will leave today (a day of the team's zone), one lane a running campaign. */
export async function readDay(tx: TeamTransaction, timezone: string, now: Date, toSign: ToSignToday[]): Promise<DayLane[]> {
  const { start, end } = localDay({ timeZone: timezone }, toTemporal(now));
  const lanes = await readRows<{
    id: string;
    name: string;
    timezone: string;
    held: DayLane["held"];
    heldBy: string | null;
    differs: boolean;
    mailbox: string | null;
    signedHeld: number;
  }>(
    tx,
    sql`select c.id, c.name, g.timezone, m.email as mailbox, coalesce(sb.name, pb.name) as "heldBy", ${pausedFor} is not null as differs,
          case when exists (select 1 from team_stops where lifted_at is null) then 'stopped'
               when c.status = 'paused' then 'paused' when not ${sends} then 'mailbox' end as held,
          (select count(*)::int from email_drafts d join campaign_contacts x on x.id = d.campaign_contact_id
             where d.campaign_id = c.id and d.status in ('approved', 'scheduled') and x.status in ${anyOf(openStatuses)} and ${isNotChanged}
               and (c.status = 'paused' or exists (select 1 from team_stops where lifted_at is null))
               and not exists (select 1 from scheduled_emails s where s.draft_id = d.id and s.status = 'pending')
               and not exists (select 1 from deliveries v where v.draft_id = d.id and v.state in ${anyOf(withExchange)})) as "signedHeld"
        from campaigns c join campaign_settings g on g.campaign_id = c.id left join sender_accounts m on m.id = c.sender_account_id
          left join campaign_pauses p on p.campaign_id = c.id and p.resumed_at is null left join members pb on pb.id = p.paused_by
          left join team_stops t on t.lifted_at is null left join members sb on sb.id = t.stopped_by
        where c.status in ${anyOf(underWay)} or exists (select 1 from sent_emails e where e.campaign_id = c.id and e.sent_at >= ${start.toString()}::timestamptz)
        order by c.launched_at`,
  );
  const marks = await readRows<{ id: string; at: string; kind: DayMark["kind"]; name: string }>(
    tx,
    sql`select e.campaign_id as id, e.sent_at as at, 'sent' as kind, coalesce(p.name, p.email) as name
          from sent_emails e join contacts p on p.id = e.contact_id where e.campaign_id is not null and e.sent_at >= ${start.toString()}::timestamptz
        union all
        select s.campaign_id, s.scheduled_for, 'signed', coalesce(p.name, p.email)
          from scheduled_emails s join contacts p on p.id = s.contact_id
          where s.status = 'pending' and s.campaign_id is not null and s.scheduled_for < ${end.toString()}::timestamptz
        union all
        select r.campaign_id, r.received_at, 'reply', coalesce(p.name, p.email)
          from email_replies r join contacts p on p.id = r.contact_id where r.campaign_id is not null and r.received_at >= ${start.toString()}::timestamptz
        order by 2`,
  );
  return lanes.map((lane) => {
    const signable = (toSign.find((one) => one.campaignId === lane.id)?.mails ?? []).map(
      (mail): DayMark => ({ ...mail, kind: "to sign" }),
    );
    const own: DayMark[] = marks
      .filter((mark) => mark.id === lane.id)
      .map((mark) => ({
        at: instantOf(mark.at),
        name: mark.name,
        kind: mark.kind === "signed" && lane.held ? "held" : mark.kind,
      }));
    const sent = own.filter((mark) => mark.kind === "sent").length;
    const { id: campaignId, ...rest } = lane;
    return {
      ...rest,
      campaignId,
      sent,
      planned: sent + own.filter((mark) => mark.kind === "signed" || mark.kind === "held").length,
      toSign: signable.length,
      marks: [...own, ...signable].sort((a, b) => a.at.getTime() - b.at.getTime()),
    };
  });
}
