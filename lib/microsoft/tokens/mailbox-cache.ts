import type { ICachePlugin, TokenCacheContext } from "@azure/msal-node";
import { eq, sql } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailboxTokens } from "@/db/schema/senders";
import { env } from "../../env/env";
import { readKeyRing } from "./read-key-ring";
import { openToken, sealToken } from "./seal-token";

/** MSAL's cache of one mailbox, loaded from and saved to its encrypted row. A row that is gone stays gone: disconnecting wins. */
export function mailboxCache(scope: Scope, senderAccountId: string): ICachePlugin {
  return {
    beforeCacheAccess: async (context: TokenCacheContext) => {
      const row = await withTeam(
        scope,
        async (tx) => (await tx.select().from(mailboxTokens).where(eq(mailboxTokens.senderAccountId, senderAccountId)))[0],
      );
      if (row) context.tokenCache.deserialize(openToken(row, senderAccountId, readKeyRing(env().TOKEN_KEYS)));
    },
    afterCacheAccess: async (context: TokenCacheContext) => {
      if (!context.cacheHasChanged) return;
      const sealed = sealToken(context.tokenCache.serialize(), senderAccountId, readKeyRing(env().TOKEN_KEYS));
      await withTeam(scope, (tx) =>
        tx
          .update(mailboxTokens)
          .set({ ...sealed, version: sql`version + 1`, updatedAt: sql`now()` })
          .where(eq(mailboxTokens.senderAccountId, senderAccountId)),
      );
    },
  };
}

/** Keeps the cache of a first consent, whose row could not be known before; a reconnect replaces the old one. */
export async function keepTokenCache(tx: TeamTransaction, senderAccountId: string, cache: string, now: Date) {
  const sealed = { ...sealToken(cache, senderAccountId, readKeyRing(env().TOKEN_KEYS)), updatedAt: now };
  await tx
    .insert(mailboxTokens)
    .values({ senderAccountId, ...sealed })
    .onConflictDoUpdate({ target: mailboxTokens.senderAccountId, set: { ...sealed, version: sql`mailbox_tokens.version + 1` } });
}

/** A cache in memory, for the exchange of a code: what it held is returned by `read`. */
export function memoryCache(): ICachePlugin & { read: () => string } {
  let kept = "";
  return {
    beforeCacheAccess: async () => {},
    afterCacheAccess: async (context) => {
      if (context.cacheHasChanged) kept = context.tokenCache.serialize();
    },
    read: () => kept,
  };
}
