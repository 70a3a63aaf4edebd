import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { nameCity } from "../../schedule/words/name-city";

/** The last signature of a draft. `at` has seconds and zone; `void` is why it holds no longer. */
export type Seal = { hash: string; by: string; at: string; void: { cause: string; signedAt: string } | null };

/** @param say an instant in the reader's words. @returns null when the draft was never signed by a person. */
export async function readSeal(
  tx: TeamTransaction,
  draftId: string,
  timeZone: string,
  say: (at: Date) => string,
): Promise<Seal | null> {
  type Row = {
    hash: string;
    kind: string;
    by: string | null;
    at: string;
    voidedAt: string | null;
    cause: string | null;
    voidedBy: string | null;
  };
  const [row] = await readRows<Row>(
    tx,
    sql`select g.hash, g.kind, m.name as by, g.signed_at as at, g.voided_at as "voidedAt", g.void_cause as cause, v.name as "voidedBy"
        from signatures g left join members m on m.id = g.signed_by left join members v on v.id = g.voided_by
        where g.draft_id = ${draftId} order by g.voided_at desc nulls first, g.signed_at desc limit 1`,
  );
  if (!row) return null;
  const at = instantOf(row.at);
  const voidedAt = instantOf(row.voidedAt);
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(at);
  const who = row.by ?? "somebody";
  return {
    hash: row.hash,
    by: row.kind === "launch" ? `${who}, by launching` : who,
    at: `${time}, ${nameCity(timeZone)}`,
    void: voidedAt
      ? {
          cause: `${row.cause ?? "No longer valid"}${row.voidedBy ? ` by ${row.voidedBy}` : ""}, ${say(voidedAt)}`,
          signedAt: say(at),
        }
      : null,
  };
}
