import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { notices, noticeTargets } from "@/db/schema/notices";
import type { mailboxMessages } from "@/db/schema/replies";
import { teams } from "@/db/schema/teams";
import type { NoticeTime } from "@/db/schema/words";
import { nextDigest } from "./next-digest";
import { gatherMs, wakeNotices } from "./wake-notices";

type Noted = Pick<typeof mailboxMessages.$inferSelect, "id" | "senderAccountId" | "kind" | "isOld">;

/**
 * Notes who is to be told that somebody answered: each target that asked for it, once. In the transaction in which the answer is written down, so that
 * neither is without the other; nobody is called from here. Whoever placed the message knows of it.
 */
export async function noteAnswer(tx: TeamTransaction, scope: Scope, message: Noted, contactId: string, now: Date): Promise<void> {
  if (message.isOld || !["reply", "meeting"].includes(message.kind)) return;
  const targets = await listTargets(tx, scope, message, contactId);
  if (targets.length === 0) return;
  const [team] = await tx.select({ timezone: teams.timezone }).from(teams).where(eq(teams.id, scope.teamId));
  const rows = targets.map(({ id, when, digestAt }) => ({
    targetId: id,
    messageId: message.id,
    dueAt: when === "at once" ? new Date(now.getTime() + gatherMs) : nextDigest(digestAt, team?.timezone ?? "UTC", now),
    createdAt: now,
  }));
  await tx.insert(notices).values(rows).onConflictDoNothing();
  if (targets.some(({ when }) => when === "at once")) await wakeNotices(tx, scope.teamId, now);
}

/** Those who asked, are of the team, and can be reached. */
function listTargets(tx: TeamTransaction, { memberId }: Scope, { senderAccountId }: Noted, contactId: string) {
  type Target = { id: string; when: NoticeTime; digestAt: string };
  return readRows<Target>(
    tx,
    sql`select g.id, g.when_told as "when", g.digest_at as "digestAt" from ${noticeTargets} g left join members b on b.id = g.member_id
        where g.when_told <> 'never' and (g.member_id is null or b.status = 'active') and (g.member_id is null or g.member_id is distinct from ${memberId})
          and case g.way when 'mail' then g.member_id is not null and g.sender_account_id is not null else g.ciphertext is not null end
          and (g.member_id is null or g.about = 'all' or ${isTheirs(senderAccountId, contactId)})`,
  );
}

/** It is in a thread of theirs, or answers what they signed: by hand, by a launch, or as the person of that mailbox. */
function isTheirs(senderAccountId: string, contactId: string) {
  return sql`(exists (select 1 from reply_threads t where t.contact_id = ${contactId} and t.sender_account_id = ${senderAccountId} and t.assigned_to = g.member_id)
    or exists (select 1 from sender_accounts m where m.id = ${senderAccountId} and m.connected_by = g.member_id)
    or exists (select 1 from email_drafts d join signatures s on s.draft_id = d.id and s.voided_at is null
      where d.contact_id = ${contactId} and d.sender_account_id = ${senderAccountId} and s.signed_by = g.member_id)
    or exists (select 1 from campaign_contacts c join campaign_launches l on l.campaign_id = c.campaign_id
      where c.contact_id = ${contactId} and c.sender_account_id = ${senderAccountId} and l.launched_by = g.member_id))`;
}
