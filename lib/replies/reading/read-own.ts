import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import { normalAddress } from "../../mail/address";
import { readUs } from "../../senders/read-us";
import type { Own } from "../read-finding";

export type OwnMailbox = Own & Pick<typeof senderAccounts.$inferSelect, "connectedAt" | "trouble" | "troubleUntil">;

/** The mailbox that is to be read, with every address that is its own; null unless it is connected. */
export async function readOwn(scope: Scope, senderAccountId: string): Promise<OwnMailbox | null> {
  const { row, us } = await withTeam(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(senderAccounts)
      .where(and(eq(senderAccounts.id, senderAccountId), eq(senderAccounts.status, "connected")));
    return { row, us: await readUs(tx) };
  });
  if (!row) return null;
  const { connectedAt, trouble, troubleUntil } = row;
  const addresses = [row.email, ...row.addresses, ...(row.signInName ? [row.signInName] : [])].map(normalAddress);
  return { senderAccountId, addresses: [...new Set(addresses)], domains: us.domains, connectedAt, trouble, troubleUntil };
}
