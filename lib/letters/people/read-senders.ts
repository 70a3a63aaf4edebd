import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { withTeam } from "@/db/access/with-team";
import type { Member } from "../../auth/member";
import { readBudget } from "../../limits/read-budget";
import { readRoom } from "../../limits/read-room";
import { holdOf, type MailboxHold } from "../../senders/mailbox-hold";

/** A mailbox a letter may leave from. `used` of `of`: what has left in 24 hours or has its time, of what may leave in such a day. */
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
      const { most } = (await readBudget(tx, row.id, now)).mailbox;
      const { mailbox, outside, onmicrosoft } = await readRoom(tx, row.id, now);
      const used = most - mailbox;
      // Where the team's budget leaves less than the mailbox's own day, that is what may leave.
      senders.push({ ...row, used, of: used + Math.max(0, Math.min(mailbox, outside, onmicrosoft ?? mailbox)) });
    }
    return senders;
  });
}
