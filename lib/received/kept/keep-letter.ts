import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { keptLetters } from "@/db/schema/threads";
import { env } from "../../env/env";
import { readKeyRing } from "../../microsoft/tokens/read-key-ring";
import { sealToken } from "../../microsoft/tokens/seal-token";
import { sanitizeReceived } from "../html/sanitize-received";
import type { SplitLetter } from "../received-letter";
import { lockKeeping } from "./lock-keeping";

/**
 * Keeps a received letter whole, sanitised and encrypted, where its team wants that and it is not kept yet. Pictures that stand elsewhere are kept as
 * addresses, so that they can be asked for later.
 */
export async function keepLetter(scope: Scope, messageId: string, letter: SplitLetter, now: Date): Promise<void> {
  const safe = (html: string) => sanitizeReceived(html, { images: true }).html;
  const kept: SplitLetter = { ...letter, words: safe(letter.words), quote: letter.quote && safe(letter.quote) };
  const sealed = sealToken(JSON.stringify(kept), messageId, readKeyRing(env().TOKEN_KEYS), "kept_letters");
  // Whoever reads it first may have no right to write: it is the team that keeps it.
  await withTeam({ teamId: scope.teamId, memberId: null }, async (tx) => {
    await lockKeeping(tx, "keep");
    const [team] = await readRows<{ keeps: boolean }>(tx, sql`select keep_letters as keeps from teams`);
    if (team?.keeps)
      await tx
        .insert(keptLetters)
        .values({ messageId, ...sealed, keptAt: now })
        .onConflictDoNothing();
  });
}
