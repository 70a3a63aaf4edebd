import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { readRoom } from "../../limits/read-room";
import { readUse } from "../../limits/read-use";
import { holdOf, type MailboxHold } from "../../senders/mailbox-hold";

/** A mailbox a letter may leave from. `used` left in the last 24 hours, `of` may leave in such a day as limits and slots stand. */
export type Sender = { id: string; email: string; name: string; used: number; of: number; hold: MailboxHold | null };

/** The team's mailboxes, one's own first, then those that work. */
export function readSenders(member: Member, now: Date): Promise<Sender[]> {
  return withTeam(member, async (tx) => {
    const rows = await readRows<Omit<Sender, "used" | "of">>(
      tx,
      sql`select m.id, m.email, coalesce(m.display_name, m.email) as name, ${holdOf} as hold from sender_accounts m
          where m.status <> 'removed' order by m.email_norm <> ${member.email.toLowerCase()}, ${holdOf} is not null, m.email, m.id`,
    );
    const senders: Sender[] = [];
    for (const row of rows) {
      const used = await readUse(tx, "mailbox", row.id, now);
      const { mailbox, outside, onmicrosoft } = await readRoom(tx, row.id, now);
      const room = Math.max(0, Math.min(mailbox, outside, onmicrosoft ?? mailbox));
      senders.push({ ...row, used, of: used + room });
    }
    return senders;
  });
}
