import { eq, ne, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { withTeam } from "@/db/access/with-team";
import { mailboxTokens } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { env } from "../../env/env";
import { MailboxSignedOutError } from "./errors";
import { type KeyRing, readKeyRing } from "./read-key-ring";
import { openToken, sealToken } from "./seal-token";

/** `lost`: mailboxes whose token no key opens, so that somebody has to connect them again. */
export type ReEncrypted = { written: number; lost: number };

/**
 * Writes the mailbox tokens of all teams anew under the first key of TOKEN_KEYS; afterwards the older keys may go. The app may run
 * meanwhile, and a second run finds nothing more to do.
 * @throws Error naming a key that TOKEN_KEYS lacks; the teams before it are done.
 */
export async function reEncryptTokens(): Promise<ReEncrypted> {
  const ring = readKeyRing(env().TOKEN_KEYS);
  const all = await withSystem("list teams to re-encrypt", (tx) => tx.select({ id: teams.id }).from(teams));
  const total = { written: 0, lost: 0 };
  for (const { id } of all) {
    const { written, lost } = await reEncryptTeam(id, ring);
    total.written += written;
    total.lost += lost;
  }
  return total;
}

function reEncryptTeam(teamId: string, ring: KeyRing): Promise<ReEncrypted> {
  return withTeam({ teamId, memberId: null }, async (tx) => {
    const done = { written: 0, lost: 0 };
    // Locked, so that a refresh meanwhile is neither lost nor overwritten.
    const rows = await tx.select().from(mailboxTokens).where(ne(mailboxTokens.keyId, ring.first.id)).for("update");
    for (const row of rows) {
      try {
        const sealed = sealToken(openToken(row, row.senderAccountId, ring), row.senderAccountId, ring);
        await tx
          .update(mailboxTokens)
          .set({ ...sealed, version: sql`version + 1` })
          .where(eq(mailboxTokens.senderAccountId, row.senderAccountId));
        done.written += 1;
      } catch (error) {
        if (!(error instanceof MailboxSignedOutError)) throw error;
        done.lost += 1;
      }
    }
    return done;
  });
}
