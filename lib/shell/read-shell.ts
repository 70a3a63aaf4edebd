import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import { openStatuses, underWay } from "@/db/schema/words";
import type { Member } from "../auth/member";
import { readNextMails } from "../campaigns/read/read-next-mails";
import { changedMails, isNotChanged } from "../campaigns/wait/changed-mails";
import { byHand } from "../drafts/review/queue-of";
import { queuedDrafts } from "../drafts/review/queued-drafts";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { holdOf, sends } from "../senders/mailbox-hold";
import { readStop } from "../shown/read-stop";
import type { ShellData } from "./shell-data";

/** Reads what the frame around every page shows, in one transaction. */
export function readShell(member: Member, now: Date): Promise<ShellData> {
  const at = now.toISOString();
  const { start, end } = localDay({ timeZone: member.timezone }, toTemporal(now));
  return withTeam(member, async (tx) => {
    const campaigns = await readRows<ShellData["campaigns"][number]>(
      tx,
      sql`select c.id, c.name, c.status, coalesce(not ${sends}, false) as held
          from campaigns c left join sender_accounts m on m.id = c.sender_account_id
          where c.status in ${anyOf(underWay)} order by c.status, c.launched_at desc limit 8`,
    );
    const [counts] = await readRows<{ toReview: number; broken: number; sentToday: number; planned: number; begun: boolean }>(
      tx,
      sql`select
        (select count(*)::int from email_drafts d join campaign_contacts x on x.id = d.campaign_contact_id join campaigns c on c.id = d.campaign_id
           where d.status = 'draft' and d.rejected_at is null and x.status in ${anyOf(openStatuses)} and c.status in ${anyOf(underWay)} and ${isNotChanged})
          + (select count(*)::int ${queuedDrafts(byHand)}) + (select count(*)::int ${changedMails}) as "toReview",
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
      team: { name: member.teamName, timezone: member.timezone },
      person: { name: member.name, email: member.email, role: member.role },
      toReview: counts?.toReview ?? 0,
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
            ? { at: next.at.toISOString(), name: next.name, mailbox: next.mailbox, campaignId: next.campaignId }
            : null,
      },
    };
  });
}
