import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { readFolders } from "@/db/schema/words";

/** Days after the last mail during which answers are looked for every time. */
const livelyDays = 90;
/** Minutes between two looks into a mailbox that has not mailed anybody for longer. A little less than a quarter of an hour, so that the fifteenth look is not missed. */
const quietMinutes = 14.5;

/** Whether a mailbox may go without this look: it has mailed nobody for months, and was read to the end not long ago. Before a follow-up leaves there is another look, whatever this says. */
export async function isQuiet(scope: Scope, senderAccountId: string, now: Date): Promise<boolean> {
  const before = (minutes: number) => sql`${new Date(now.getTime() - minutes * 60_000).toISOString()}::timestamptz`;
  const [row] = await withTeam(scope, (tx) =>
    readRows<{ quiet: boolean }>(
      tx,
      sql`select not exists (select 1 from deliveries d where d.sender_account_id = ${senderAccountId} and d.submitted_at > ${before(livelyDays * 24 * 60)})
            and (select count(*) from mailbox_syncs y where y.sender_account_id = ${senderAccountId} and y.last_polled_at > ${before(quietMinutes)}) = ${readFolders.length} as quiet`,
    ),
  );
  return row?.quiet ?? false;
}
