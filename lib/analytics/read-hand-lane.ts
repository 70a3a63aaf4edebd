import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { sends } from "../senders/mailbox-hold";
import type { ToSignToday } from "./forecast-to-sign";
import type { DayLane, DayMark } from "./read-day";

/** What left and will leave today (a day of the team's zone) without a campaign, as a lane beside those of the campaigns; none where there is nothing to show. */
export async function readHandLane(tx: TeamTransaction, timezone: string, now: Date, toSign: ToSignToday[]): Promise<DayLane[]> {
  const day = localDay({ timeZone: timezone }, toTemporal(now));
  const [start, end] = [sql`${day.start.toString()}::timestamptz`, sql`${day.end.toString()}::timestamptz`];
  const rows = await readRows<{ at: string; kind: DayMark["kind"]; name: string; mailbox: string | null }>(
    tx,
    sql`select e.sent_at as at, 'sent' as kind, coalesce(p.name, p.email) as name, null as mailbox
          from sent_emails e join contacts p on p.id = e.contact_id where e.campaign_id is null and e.sent_at >= ${start}
        union all
        select s.scheduled_for, case when ${sends} and not exists (select 1 from team_stops where lifted_at is null) then 'signed' else 'held' end,
            coalesce(p.name, p.email), m.email
          from scheduled_emails s join contacts p on p.id = s.contact_id join single_mails h on h.draft_id = s.draft_id join sender_accounts m on m.id = s.sender_account_id
          where s.status = 'pending' and s.scheduled_for < ${end}
        union all
        select r.received_at, 'reply', coalesce(p.name, p.email), null
          from email_replies r join contacts p on p.id = r.contact_id where r.campaign_id is null and r.received_at >= ${start}
        order by 1`,
  );
  const [stop] = await readRows<{ by: string | null }>(
    tx,
    sql`select m.name as by from team_stops t left join members m on m.id = t.stopped_by where t.lifted_at is null`,
  );
  const signable = toSign.filter(({ campaignId }) => campaignId === null).flatMap(({ mails }) => mails);
  const marks = [
    ...rows.map(({ at, kind, name }): DayMark => ({ at: instantOf(at), kind, name })),
    ...signable.map((mail): DayMark => ({ ...mail, kind: "to sign" })),
  ];
  if (marks.length === 0) return [];
  const count = (kind: DayMark["kind"]) => marks.filter((mark) => mark.kind === kind).length;
  const waits = rows.find(({ kind }) => kind === "held");
  return [
    {
      campaignId: null,
      name: "By hand",
      timezone,
      sent: count("sent"),
      planned: count("sent") + count("signed") + count("held"),
      // A mail by hand keeps its minute while all is stopped, so it is among those planned.
      signedHeld: 0,
      toSign: signable.length,
      held: stop ? "stopped" : waits ? "mailbox" : null,
      heldBy: stop?.by ?? null,
      differs: false,
      mailbox: waits?.mailbox ?? null,
      marks: marks.sort((a, b) => a.at.getTime() - b.at.getTime()),
    },
  ];
}
