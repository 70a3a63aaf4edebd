import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { isUnplaced } from "../contacts/is-unplaced";
import { narrowThreads } from "./narrow-threads";
import { mostCounted, type ThreadFilter, type ThreadList } from "./thread";

type Counted = Pick<ThreadList, "counts" | "mailboxes">;

/**
 * How many threads stand under each filter, and how many messages under 'other'; and which mailboxes there are to choose from. Nobody counts further than
 * `mostCounted`: one more says "and more".
 */
export async function countThreads(tx: TeamTransaction, memberId: string, mailboxId: string | null): Promise<Counted> {
  const count = (filter: Exclude<ThreadFilter, "other">) =>
    sql`(select count(*)::int from (select 1 from reply_threads t where ${narrowThreads({ filter, mailboxId }, memberId)} limit ${mostCounted + 1}) x)`;
  const inMailbox = mailboxId ? sql`n.sender_account_id = ${mailboxId}::uuid and ` : sql``;
  const [row] = await readRows<Record<ThreadFilter, number> & Pick<Counted, "mailboxes">>(
    tx,
    sql`select ${count("todo")} as todo, ${count("mine")} as mine, ${count("waiting")} as waiting, ${count("snoozed")} as snoozed, ${count("done")} as done,
          (select count(*)::int from (select 1 from mailbox_messages n where ${inMailbox}${isUnplaced} limit ${mostCounted + 1}) x) as other,
          (select coalesce(json_agg(json_build_object('id', m.id, 'email', m.email) order by m.email, m.id), '[]') from sender_accounts m
            where m.status = 'connected' or exists (select 1 from reply_threads t where t.sender_account_id = m.id)) as mailboxes`,
  );
  const { mailboxes = [], ...counts } = row ?? { todo: 0, mine: 0, waiting: 0, snoozed: 0, done: 0, other: 0 };
  return { counts, mailboxes };
}
