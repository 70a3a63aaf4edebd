import { and, eq, ne, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxTokens } from "@/db/schema/senders";
import { env } from "../../env/env";
import { readKeyRing } from "./read-key-ring";
import { openToken, sealToken } from "./seal-token";

/**
 * Writes a team's mailbox tokens anew under the first key of TOKEN_KEYS; afterwards the older keys may go.
 * A second run finds nothing to do. @returns how many rows were written.
 */
export async function reEncryptTokens(scope: Scope): Promise<number> {
  const ring = readKeyRing(env().TOKEN_KEYS);
  return withTeam(scope, async (tx) => {
    // Locked, so that a refresh meanwhile is neither lost nor overwritten.
    const rows = await tx.select().from(mailboxTokens).where(ne(mailboxTokens.keyId, ring.first.id)).for("update");
    for (const row of rows) {
      const sealed = sealToken(openToken(row, row.senderAccountId, ring), row.senderAccountId, ring);
      await tx
        .update(mailboxTokens)
        .set({ ...sealed, version: sql`version + 1` })
        .where(and(eq(mailboxTokens.senderAccountId, row.senderAccountId), eq(mailboxTokens.version, row.version)));
    }
    return rows.length;
  });
}
