import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { LastMails } from "./judge-guard";
import { lastMailsOf } from "./last-mails-of";

/** What the last mails of a mailbox met; each person counts once a kind, however many of the mails were theirs. */
export async function countLastMails(tx: TeamTransaction, senderAccountId: string): Promise<LastMails> {
  const [row] = await readRows<LastMails>(
    tx,
    sql`select count(*)::int as of, (count(distinct w.contact_id) filter (where w.dead))::int as dead,
          (count(distinct w.contact_id) filter (where w.opted_out))::int as "optOuts" from (${lastMailsOf(sql`${senderAccountId}::uuid`)}) w`,
  );
  return row ?? { of: 0, dead: 0, optOuts: 0 };
}
