import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/suppressions";
import { readAct } from "../../campaigns/words/read-act";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import type { SuppressionSeen } from "../lift-suppression";
import { readEntry } from "./read-entry";
import { sayEntry } from "./say-entry";
import { toColumns } from "./to-columns";

/**
 * Takes one entry out of the list, whatever it names, in both forms where its domain has letters beyond ASCII: whom nothing else stops may be mailed again. Campaigns that ended stay ended; the entry stays in the
 * record, with who lifted it and why.
 * @throws AppError "not_found"; "conflict" with what became of it since it was shown.
 */
export async function liftEntry(scope: Scope, seen: SuppressionSeen, reason: string, now: Date): Promise<{ entry: string }> {
  return withTeam(scope, async (tx) => {
    const [row] = await tx.select().from(suppressions).where(eq(suppressions.id, seen.suppressionId)).for("update");
    if (!row) throw new AppError("not_found");
    const entry = sayEntry(row);
    if (row.liftedAt) {
      const { who, when } = await readAct(tx, { by: row.liftedBy, at: row.liftedAt }, { memberId: scope.memberId, now });
      throw new AppError("conflict", `${who} lifted it already${when}.`);
    }
    if (row.reason !== seen.reason)
      throw new AppError("conflict", "The person asked meanwhile for no more mail. Look again before you lift it.");
    await tx
      .update(suppressions)
      .set({ liftedAt: now, liftedBy: scope.memberId, liftReason: reason })
      .where(inArray(suppressions.id, [row.id, ...(await lockForms(tx, row))]));
    await recordActivity(tx, scope, { verb: "lifted a suppression", at: now, detail: { reason, was: row.reason, entry } });
    return { entry };
  });
}

/** The same entry as mail systems write it, or as people do, if it is there for the same reason. */
async function lockForms(tx: TeamTransaction, row: typeof suppressions.$inferSelect): Promise<string[]> {
  const read = row.addressHash ? null : readEntry(sayEntry(row));
  if (!read || "refused" in read || read.entries.length < 2) return [];
  const forms = await tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(
      and(
        or(...toColumns(read.entries)),
        ne(suppressions.id, row.id),
        eq(suppressions.reason, row.reason),
        isNull(suppressions.liftedAt),
      ),
    )
    .for("update");
  return forms.map(({ id }) => id);
}
