import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { narrowThreads } from "../threads/narrow-threads";
import { mostCounted } from "../threads/thread";

/** Threads to do, one more than `mostCounted` where there are more; the newest of them, and who wrote last. */
export type Replies = { count: number; latest: { threadId: string; name: string; snippet: string } | null; names: string[] };

const named = 4;

/** How many threads are to do, whoever has read them, and who wrote last in them. */
export async function readReplies(tx: TeamTransaction): Promise<Replies> {
  const toDo = narrowThreads({ filter: "todo", mailboxId: null }, null);
  const [counted] = await readRows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from (select 1 from reply_threads t where ${toDo} limit ${mostCounted + 1}) x`,
  );
  // The index has the unread ones first: the newest stand in either part of it.
  const newest = await readRows<{ thread: string; name: string; snippet: string | null }>(
    tx,
    sql`select t.id as thread, coalesce(p.name, p.email) as name, n.snippet
        from (values (true), (false)) u(unread) cross join lateral (
            select t.* from reply_threads t where ${toDo} and t.unread = u.unread order by t.last_in_at desc, t.id desc limit ${named}) t
          join contacts p on p.id = t.contact_id join mailbox_messages n on n.id = t.last_message_id
        order by t.last_in_at desc, t.id desc limit ${named}`,
  );
  const [first] = newest;
  return {
    count: counted?.count ?? 0,
    latest: first ? { threadId: first.thread, name: first.name, snippet: first.snippet ?? "" } : null,
    names: newest.map(({ name }) => name),
  };
}
