import { inArray } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { keptLetters } from "@/db/schema/threads";
import { env } from "../../env/env";
import { log } from "../../log/log";
import { readKeyRing } from "../../microsoft/tokens/read-key-ring";
import { openToken } from "../../microsoft/tokens/seal-token";
import type { SplitLetter } from "../received-letter";

/** A letter that was kept; null where it was not, or what was kept cannot be opened any more. */
export async function openKept(tx: TeamTransaction, messageId: string): Promise<SplitLetter | null> {
  return (await openAllKept(tx, [messageId])).get(messageId) ?? null;
}

/** The same of many, by message. */
export async function openAllKept(tx: TeamTransaction, messageIds: string[]): Promise<Map<string, SplitLetter>> {
  const rows = messageIds.length > 0 ? await tx.select().from(keptLetters).where(inArray(keptLetters.messageId, messageIds)) : [];
  return new Map(
    rows.flatMap((row): [string, SplitLetter][] => {
      const letter = open(row);
      return letter ? [[row.messageId, letter]] : [];
    }),
  );
}

function open(row: typeof keptLetters.$inferSelect): SplitLetter | null {
  try {
    return JSON.parse(openToken(row, row.messageId, readKeyRing(env().TOKEN_KEYS), "kept_letters")) as SplitLetter;
  } catch (error) {
    // Its mailbox may still have it. What an error says may hold words of the letter.
    log.error({ letter: row.messageId, keyId: row.keyId, kind: (error as Error).name }, "a kept letter cannot be opened");
    return null;
  }
}
