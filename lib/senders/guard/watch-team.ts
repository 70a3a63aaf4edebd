import { ne } from "drizzle-orm";
import { withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { watchMailbox } from "./watch-mailbox";

/** Judges every mailbox of a team anew: mails left meanwhile, the team became stricter, or a slot was in somebody's hand when its mailbox paused. */
export async function watchTeam(teamId: string, now: Date): Promise<void> {
  const scope = { teamId, memberId: null };
  const mailboxes = await withTeam(scope, (tx) =>
    tx.select({ id: senderAccounts.id }).from(senderAccounts).where(ne(senderAccounts.status, "removed")),
  );
  // One that cannot be judged must not hide the others; what was the matter with the first is thrown after them.
  const failed: unknown[] = [];
  for (const { id } of mailboxes)
    await withTeam(scope, (tx) => watchMailbox(tx, teamId, id, now)).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}
