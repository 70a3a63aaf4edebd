import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { withExchange } from "@/db/schema/words";
import { isOutside } from "./is-outside";
import { microsoftLimits } from "./microsoft-limits";
import { isOnmicrosoft, readBudget } from "./read-budget";
import { counted, type LimitKind } from "./read-use";

/**
 * How many more slots each limit of 24 hours leaves room for: what is allowed, less what left in the last 24 hours and what holds a slot. No 24 hours can then
 * hold more than is allowed, as no slot of a campaign is further ahead than that. Below zero where a limit became lower. Null: not a limit of this mailbox.
 */
export type Room = { mailbox: number; outside: number; onmicrosoft: number | null };

/** Reads it for slots of one mailbox. Others may give slots of the team meanwhile, but for whoever holds the budget. */
export async function readRoom(tx: TeamTransaction, senderAccountId: string, now: Date): Promise<Room> {
  const { budget, mailbox, isOnmicrosoft: few } = await readBudget(tx, senderAccountId, now);
  const left = async (kind: LimitKind, most: number) => {
    const [row] = await readRows<{ taken: number }>(
      tx,
      sql`select count(*)::int as taken from (${taken(kind, senderAccountId, now)}) x`,
    );
    return most - (row?.taken ?? 0);
  };
  return {
    mailbox: await left("mailbox", mailbox.most),
    outside: await left("outside", budget.ours),
    onmicrosoft: few ? await left("onmicrosoft", microsoftLimits.outsideFromOnmicrosoft) : null,
  };
}

/**
 * When a place opens under a limit that leaves none: as mails grow older than 24 hours, those that have a slot among them after all that left.
 * @param left places, zero or below. @returns null where none opens by itself.
 */
export async function readPlaceFrom(
  tx: TeamTransaction,
  kind: LimitKind,
  senderAccountId: string,
  left: number,
  now: Date,
): Promise<Date | null> {
  const [row] = await readRows<{ at: string }>(
    tx,
    sql`select x.at + interval '24 hours' as at from (${taken(kind, senderAccountId, now)}) x order by x.at offset ${-left} limit 1`,
  );
  return instantOf(row?.at ?? null);
}

/** A mail without a campaign has its slot however far ahead. Within the 24 hours after the last slot of a campaign it keeps its place from them. */
const handHours = 48;

/** When each mail left, or is to leave, that takes a place. */
function taken(kind: LimitKind, senderAccountId: string, now: Date): SQL {
  const until = new Date(now.getTime() + handHours * 3_600_000).toISOString();
  return sql`select v.submitted_at as at from ${counted(kind, senderAccountId, now)}
    union all select e.scheduled_for from scheduled_emails e left join campaign_contacts c on c.id = e.campaign_contact_id left join single_mails h on h.draft_id = e.draft_id
      where e.status = 'pending' and e.scheduled_for < ${until}::timestamptz and ${slotOf(kind, senderAccountId)}
      and not exists (select 1 from deliveries v where v.draft_id = e.draft_id and v.submitted_at is not null and v.state in ${anyOf(withExchange)})`;
}

function slotOf(kind: LimitKind, senderAccountId: string): SQL {
  const outside = isOutside(sql`coalesce(c.recipient_email, h.recipient_email)`);
  switch (kind) {
    case "mailbox":
      return sql`e.sender_account_id = ${senderAccountId}`;
    case "outside":
      return outside;
    case "onmicrosoft":
      return sql`e.sender_account_id in (select m.id from sender_accounts m where ${isOnmicrosoft}) and ${outside}`;
  }
}
