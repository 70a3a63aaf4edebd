import { and, inArray, isNotNull } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { senderAccounts } from "@/db/schema/senders";

/** Every team with a mailbox that somebody connected. */
export function listTeamsToCheck(): Promise<string[]> {
  return withSystem("list teams to check", async (tx) => {
    const rows = await tx
      .selectDistinct({ teamId: senderAccounts.teamId })
      .from(senderAccounts)
      .where(and(inArray(senderAccounts.status, ["connected", "signed_out"]), isNotNull(senderAccounts.tid)));
    return rows.map(({ teamId }) => teamId);
  });
}
