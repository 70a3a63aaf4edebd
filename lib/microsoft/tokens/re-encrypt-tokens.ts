import { eq, ne, sql } from "drizzle-orm";
import { withSystem } from "@/db/access/with-system";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { noticeTargets } from "@/db/schema/notices";
import { mailboxTokens } from "@/db/schema/senders";
import { teams } from "@/db/schema/teams";
import { keptLetters } from "@/db/schema/threads";
import { env } from "../../env/env";
import { MailboxSignedOutError } from "./errors";
import { type KeyRing, readKeyRing } from "./read-key-ring";
import { openToken, type SealedTable, type SealedToken, sealToken } from "./seal-token";

/** Of mailbox tokens. `lost`: mailboxes whose token no key opens, so that somebody has to connect them again. */
export type ReEncrypted = { written: number; lost: number };

/**
 * Writes the mailbox tokens of all teams anew under the first key of TOKEN_KEYS, and with them kept letters and addresses of webhooks; afterwards the older keys may go. The app may run
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
      const sealed = anew(row, row.senderAccountId, ring);
      if (sealed)
        await tx
          .update(mailboxTokens)
          .set({ ...sealed, version: sql`version + 1` })
          .where(eq(mailboxTokens.senderAccountId, row.senderAccountId));
      done[sealed ? "written" : "lost"] += 1;
    }
    await reEncryptWebhooks(tx, ring);
    await reEncryptLetters(tx, ring);
    return done;
  });
}

/** One that no key opens is set anew by whoever wants to be told. */
async function reEncryptWebhooks(tx: TeamTransaction, ring: KeyRing): Promise<void> {
  const rows = await tx.select().from(noticeTargets).where(ne(noticeTargets.keyId, ring.first.id)).for("update");
  for (const { id, keyId, nonce, ciphertext, tag } of rows) {
    const sealed =
      keyId && nonce && ciphertext && tag ? anew({ keyId, nonce, ciphertext, tag }, id, ring, "notice_targets") : null;
    if (sealed) await tx.update(noticeTargets).set(sealed).where(eq(noticeTargets.id, id));
  }
}

/** A kept letter is never changed: its row makes way for another. One that no key opens is as good as not kept. */
async function reEncryptLetters(tx: TeamTransaction, ring: KeyRing): Promise<void> {
  for (;;) {
    const rows = await tx
      .delete(keptLetters)
      .where(sql`${keptLetters.id} in (select id from kept_letters where key_id <> ${ring.first.id} limit 200)`)
      .returning();
    if (rows.length === 0) return;
    const written = rows.flatMap(({ id, messageId, keptAt, ...row }) => {
      const sealed = anew(row, messageId, ring, "kept_letters");
      return sealed ? [{ id, messageId, keptAt, ...sealed }] : [];
    });
    if (written.length > 0) await tx.insert(keptLetters).values(written);
  }
}

/** The same under the first key; null where no key opens it. @throws Error naming a key that is missing. */
function anew(row: SealedToken, rowId: string, ring: KeyRing, table: SealedTable = "mailbox_tokens"): SealedToken | null {
  try {
    return sealToken(openToken(row, rowId, ring, table), rowId, ring, table);
  } catch (error) {
    if (!(error instanceof MailboxSignedOutError)) throw error;
    return null;
  }
}
