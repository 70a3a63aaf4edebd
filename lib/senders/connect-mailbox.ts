import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxSyncs, senderAccounts } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { normalAddress } from "../mail/address";
import type { ConsentedMailbox } from "../microsoft/tokens/finish-consent";
import { keepTokenCache } from "../microsoft/tokens/mailbox-cache";
import { correctAddress } from "./correct-address";
import { wakeWaiting } from "./wake-waiting";

/**
 * Keeps a mailbox somebody has just allowed us to use, or brings a signed-out one back; what waited for it is woken.
 * A mailbox is known by its person in Microsoft 365 and by any of its addresses, so that connecting again never makes a second one.
 * @returns its id. @throws AppError "blocked" when it belongs to another organisation.
 */
export function connectMailbox(scope: Scope & { memberId: string }, mailbox: ConsentedMailbox, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    const [team] = await tx.select({ tenantId: teams.tenantId }).from(teams).where(eq(teams.id, scope.teamId));
    if (team?.tenantId !== mailbox.tid)
      throw new AppError("blocked", "This mailbox belongs to another organisation. Nothing was connected.");
    const senderAccountId = await writeMailbox(tx, scope, mailbox, now);
    await keepTokenCache(tx, senderAccountId, mailbox.cache, now);
    // What failed before somebody reconnected it says nothing of the time after.
    const fresh = { error: null, failingSince: null };
    await tx.update(mailboxSyncs).set(fresh).where(eq(mailboxSyncs.senderAccountId, senderAccountId));
    await recordActivity(tx, scope, {
      verb: "connected a mailbox",
      at: now,
      detail: { senderAccountId, email: mailbox.email },
    });
    await wakeWaiting(tx, scope.teamId, senderAccountId, now);
    return senderAccountId;
  });
}

async function writeMailbox(tx: TeamTransaction, scope: Scope & { memberId: string }, mailbox: ConsentedMailbox, now: Date) {
  const emailNorm = normalAddress(mailbox.email);
  const address = { email: mailbox.email, emailNorm, addresses: mailbox.addresses, signInName: mailbox.signInName };
  const values = {
    displayName: mailbox.name ?? mailbox.email,
    isActive: true,
    tid: mailbox.tid,
    oid: mailbox.oid,
    connectedBy: scope.memberId,
    connectedAt: now,
    status: "connected" as const,
    statusReason: null,
    statusSince: now,
    trouble: null,
    troubleCode: null,
    troubleSince: null,
    troubleUntil: null,
  };
  const isPerson = and(eq(senderAccounts.tid, mailbox.tid), eq(senderAccounts.oid, mailbox.oid));
  // Moved here under another of its addresses, before anybody had connected it.
  const isMoved = and(isNull(senderAccounts.oid), inArray(senderAccounts.emailNorm, mailbox.addresses));
  const [known] = await tx
    .select({ id: senderAccounts.id, email: senderAccounts.email })
    .from(senderAccounts)
    .where(or(isPerson, eq(senderAccounts.emailNorm, emailNorm), isMoved))
    .orderBy(sql`(email_norm = ${emailNorm}) desc, (oid = ${mailbox.oid}) desc nulls last`)
    .limit(1)
    .for("update");
  if (known) {
    // Who comes back after a while was connected all along: what came meanwhile is no older than the connection.
    const connectedAt = sql`case when ${senderAccounts.status} = 'removed' then ${values.connectedAt.toISOString()}::timestamptz
      else coalesce(${senderAccounts.connectedAt}, ${values.connectedAt.toISOString()}::timestamptz) end`;
    await tx
      .update(senderAccounts)
      .set({ ...values, connectedAt })
      .where(eq(senderAccounts.id, known.id));
    await correctAddress(tx, scope, known, mailbox, now);
    return known.id;
  }
  const [made] = await tx
    .insert(senderAccounts)
    .values({ ...values, ...address })
    .onConflictDoUpdate({ target: [senderAccounts.teamId, senderAccounts.emailNorm], set: { ...values, ...address } })
    .returning({ id: senderAccounts.id });
  if (!made) throw new Error("The mailbox was not written.");
  return made.id;
}
