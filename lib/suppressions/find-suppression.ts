import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import type { TeamTransaction } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/suppressions";

/** The open suppression that is shown of a person, of several the one that says most; undefined where they may be mailed. */
export async function findSuppression(tx: TeamTransaction, contactId: string) {
  const [first] = await readRows<{ id: string }>(
    tx,
    sql`select s.id ${suppressionsOf(sql`${contactId}`)} order by ${suppressionOrder} limit 1`,
  );
  if (!first) return undefined;
  const [open] = await tx.select().from(suppressions).where(eq(suppressions.id, first.id));
  return open;
}
