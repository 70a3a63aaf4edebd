import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { isFirst, isSigned, stays, takesOver, toBeMailedFrom } from "./movable";

export type HandOver = {
  /** First mails not yet sent, and how many of them are signed. */
  people: number;
  signed: number;
  /** People in mid-sequence, whose next mail would follow one that this mailbox sent. */
  threads: number;
  /** Mails that are leaving, or lie in Outlook as drafts and cannot be taken out. */
  staying: number;
  /** The team's mailboxes that could send them instead. */
  targets: { id: string; email: string }[];
};

/** What handing a mailbox over would do, in numbers. */
export async function readHandOver(tx: TeamTransaction, senderAccountId: string): Promise<HandOver> {
  const [counts] = await readRows<Omit<HandOver, "targets">>(
    tx,
    sql`select (count(*) filter (where ${isFirst} and not ${stays}))::int as people, (count(*) filter (where ${isFirst} and not ${stays} and ${isSigned}))::int as signed,
          (count(*) filter (where not ${isFirst} and not ${stays}))::int as threads, (count(*) filter (where ${stays}))::int as staying
        ${toBeMailedFrom(senderAccountId)}`,
  );
  const targets = await readRows<HandOver["targets"][number]>(
    tx,
    sql`select t.id, t.email from sender_accounts t where t.id <> ${senderAccountId} and ${takesOver} order by t.email`,
  );
  return { people: 0, signed: 0, threads: 0, staying: 0, ...counts, targets };
}
