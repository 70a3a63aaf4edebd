import { type SQL, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import type { SuppressionReason } from "@/db/schema/words";
import { type LeftOut, listPeople } from "./list-people";

/** How many are named one by one. */
const named = 3;

type Why = LeftOut | SuppressionReason | "archived" | "off_the_list";
const whyWords: Record<Why, string> = {
  unsubscribed: "unsubscribed",
  bounced: "has a dead address",
  "asked in a reply": "asked not to be mailed",
  complained: "complained",
  "by hand": "was suppressed",
  suppressed: "was suppressed",
  own_domain: "is in your own organisation",
  running: "is under way in another campaign",
  archived: "was archived",
  off_the_list: "is off the list",
};

/** `added`: a sentence about people who were not shown; nobody is enrolled then. `leftOut`: one about who dropped out since. */
export type Enrolled = { enrolled: number; added: string | null; droppedOut: number; leftOut: string | null };

/**
 * Enrols exactly those who were shown and may still be mailed, in the order of the list, unless somebody would be enrolled who was not
 * shown. One statement, so that all of it is true of the same moment, however many they are.
 */
export async function enrolShown(tx: TeamTransaction, campaignId: string, viewId: string, now: Date): Promise<Enrolled> {
  type Row = {
    enrolled: number;
    added: number;
    addedNames: string[];
    droppedOut: number;
    dropped: { name: string; why: Why }[];
  };
  const first = (columns: SQL, where: SQL) =>
    sql`(select ${columns} from (select coalesce(p.name, p.email) as name, case when b.left_out = 'suppressed' then coalesce((
            select nullif(s.reason, 'by hand') ${suppressionsOf(sql`p.id`)} order by ${suppressionOrder} limit 1), 'suppressed')
          when b.left_out is not null then b.left_out when p.archived_at is not null then 'archived' else 'off_the_list' end as why
        from both_sides b join contacts p on p.id = b.id where ${where} order by 1 limit ${named}) n)`;
  const isNew = sql`not b.seen`;
  const hasDropped = sql`b.seen and (not b.listed or b.left_out is not null)`;
  const [row] = await readRows<Row>(
    tx,
    sql`with both_sides as materialized (
          select coalesce(v.id, x.contact_id) as id, v.id is not null as seen, x.contact_id is not null as listed, x.email, x.added_at, x.created_at, x.left_out
          from (select unnest(contact_ids) as id from launch_views where id = ${viewId}) v
            full join (${listPeople(campaignId)}) x on x.contact_id = v.id
          where v.id is not null or x.left_out is null
        ), enrolled as (
          insert into campaign_contacts (campaign_id, contact_id, sender_account_id, recipient_email, position, wait_reason, enrolled_at)
          select c.id, b.id, c.sender_account_id, b.email, row_number() over (order by b.added_at, b.created_at, b.id), 'being_written', ${now.toISOString()}::timestamptz
          from both_sides b, campaigns c
          where c.id = ${campaignId} and b.seen and b.listed and b.left_out is null and not exists (select 1 from both_sides b where ${isNew})
          returning 1
        )
        select (select count(*)::int from enrolled) as enrolled,
          (select count(*)::int from both_sides b where ${isNew}) as added, ${first(sql`coalesce(array_agg(n.name), '{}')`, isNew)} as "addedNames",
          (select count(*)::int from both_sides b where ${hasDropped}) as "droppedOut", ${first(sql`coalesce(jsonb_agg(n), '[]')`, hasDropped)} as dropped`,
  );
  if (!row) throw new Error("Nobody can tell who was enrolled.");
  const { enrolled, added, addedNames, droppedOut, dropped } = row;
  return {
    enrolled,
    droppedOut,
    added: added === 0 ? null : `${say(added, "person was", "people were")} added since: ${list(addedNames, added)}.`,
    leftOut:
      droppedOut === 0
        ? null
        : `${say(droppedOut, "was", "were")} left out meanwhile: ${list(
            dropped.map(({ name, why }) => `${name} ${whyWords[why]}`),
            droppedOut,
          )}.`,
  };
}

const say = (count: number, one: string, many: string) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** The first of them by name, and how many more there are. */
function list(names: string[], count: number): string {
  const more = count - names.length;
  return more > 0 ? `${names.join(", ")} and ${more.toLocaleString("en")} more` : names.join(", ");
}
