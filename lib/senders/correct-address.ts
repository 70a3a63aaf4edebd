import { eq } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { recordActivity } from "../events/record-activity";
import { normalAddress } from "../mail/address";
import type { Account } from "../microsoft/read-account";
import { wakeMailbox } from "../slots/wake-mailbox";

/**
 * Keeps what Microsoft 365 says a mailbox is called. Where the address is another one, mail signed under the old one waits to be signed
 * again. An address that differs in capitals alone stays as it is kept, because the signatures name it so.
 */
export async function correctAddress(
  tx: TeamTransaction,
  scope: Scope,
  known: { id: string; email: string },
  account: Account & { email: string },
  now: Date,
) {
  const names = { addresses: account.addresses, signInName: account.signInName };
  const isOther = normalAddress(known.email) !== normalAddress(account.email);
  const address = isOther ? { email: account.email, emailNorm: normalAddress(account.email) } : {};
  await tx
    .update(senderAccounts)
    .set({ ...names, ...address })
    .where(eq(senderAccounts.id, known.id));
  if (!isOther) return;
  await recordActivity(tx, scope, {
    verb: "corrected the address of a mailbox",
    at: now,
    detail: { senderAccountId: known.id, from: known.email, to: account.email },
  });
  await wakeMailbox(tx, scope.teamId, known.id);
}
