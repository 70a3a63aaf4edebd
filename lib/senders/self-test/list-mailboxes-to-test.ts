import { and, inArray, isNotNull } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { senderAccounts } from "@/db/schema/senders";

/** Every mailbox of every team that somebody connected, those that Microsoft signed out among them. */
export function listMailboxesToTest(): Promise<{ teamId: string; senderAccountId: string }[]> {
  return withSystem("list mailboxes to test", (tx) =>
    tx
      .select({ teamId: senderAccounts.teamId, senderAccountId: senderAccounts.id })
      .from(senderAccounts)
      .where(and(inArray(senderAccounts.status, ["connected", "signed_out"]), isNotNull(senderAccounts.tid))),
  );
}
