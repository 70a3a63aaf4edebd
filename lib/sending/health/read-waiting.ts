import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import { readSendingRules } from "../../campaigns/read-sending-rules";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { forecast } from "../../schedule/forecast";
import { localDay } from "../../schedule/local-day";
import { nextOpening } from "../../schedule/next-opening";
import { isFirst, isSigned, toBeMailedFrom } from "../hand-over/movable";

export type Waiting = {
  /** Mails with a time today or before, and the first of these times. */
  today: number;
  firstDue: Date | null;
  /** Signed mails in all, those of today and those by hand among them, and about when the last of them leaves. */
  signed: number;
  until: Date | null;
  /** People who were ever mailed from it. */
  people: number;
  /** Follow-ups whose time has come. */
  followUps: number;
  /** The shortest time between two mails of its campaigns, and when the next window opens after today. */
  spacingSeconds: number | null;
  nextDay: Date | null;
};

/** What waits for a mailbox, in numbers. */
export async function readWaiting(tx: TeamTransaction, senderAccountId: string, timezone: string, now: Date): Promise<Waiting> {
  const at = now.toISOString();
  const { end } = localDay({ timeZone: timezone }, toTemporal(now));
  const [slots] = await readRows<{ today: number; firstDue: string | null }>(
    tx,
    sql`select count(*)::int as today, min(e.scheduled_for) as "firstDue" from scheduled_emails e
        where e.sender_account_id = ${senderAccountId} and e.status = 'pending' and e.scheduled_for < ${end.toString()}::timestamptz
          and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.state in ${anyOf(withExchange)})`,
  );
  const campaigns = await readRows<{ id: string; signed: number; followUps: number }>(
    tx,
    sql`select k.id, (count(*) filter (where ${isSigned}))::int as signed, (count(*) filter (where not ${isFirst} and c.due_at <= ${at}::timestamptz))::int as "followUps"
        ${toBeMailedFrom(senderAccountId)} and coalesce(v.state not in ${anyOf(withExchange)}, true) group by k.id`,
  );
  const [mailed] = await readRows<{ people: number }>(
    tx,
    sql`select count(distinct contact_id)::int as people from sent_emails where sender_account_id = ${senderAccountId}`,
  );
  const [byHand] = await readRows<{ signed: number; until: string | null }>(
    tx,
    sql`select count(*)::int as signed, max(e.scheduled_for) as until from single_mails h join email_drafts d on d.id = h.draft_id
          left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending' left join deliveries v on v.draft_id = d.id
        where d.sender_account_id = ${senderAccountId} and h.ended_reason is null and ${isSigned} and coalesce(v.state not in ${anyOf(withExchange)}, true)`,
  );
  const sum = (of: (one: (typeof campaigns)[number]) => number) => campaigns.reduce((total, one) => total + of(one), 0);
  const lastByHand = instantOf(byHand?.until ?? null);
  const ends: number[] = lastByHand ? [lastByHand.getTime()] : [];
  const opens: number[] = [];
  const spacings: number[] = [];
  for (const { id, signed } of campaigns.filter((one) => one.signed > 0)) {
    const rules = await readSendingRules(tx, id);
    const step = { delay: { days: 0, hours: 0, minutes: 0 } };
    const last = forecast(rules, { now: toTemporal(now), contacts: signed, steps: [step] }).last;
    const next = nextOpening(rules, end);
    if (last) ends.push(last.epochMilliseconds);
    if (next) opens.push(next.epochMilliseconds);
    spacings.push(rules.spacingSeconds);
  }
  return {
    today: slots?.today ?? 0,
    firstDue: instantOf(slots?.firstDue ?? null),
    signed: sum((one) => one.signed) + (byHand?.signed ?? 0),
    until: ends.length > 0 ? new Date(Math.max(...ends)) : null,
    people: mailed?.people ?? 0,
    followUps: sum((one) => one.followUps),
    spacingSeconds: spacings.length > 0 ? Math.min(...spacings) : null,
    nextDay: opens.length > 0 ? new Date(Math.min(...opens)) : null,
  };
}
