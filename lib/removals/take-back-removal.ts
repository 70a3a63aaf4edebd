import { sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import type { RemovedKind } from "@/db/schema/words";
import { AppError } from "../errors/app-error";
import type { Removal } from "./keep-removal";
import { putBackCampaign } from "./put-back/put-back-campaign";
import { putBackList } from "./put-back/put-back-list";
import { putBackMembers } from "./put-back/put-back-members";
import { putBackStep } from "./put-back/put-back-step";
import { type Kept, putRows } from "./put-back/put-rows";
import { tableOf } from "./tables";

/**
 * Puts back what was removed, under the ids it had; what it pointed at and is gone meanwhile it points at no more. The removal goes
 * with that, so that it is taken back once: of two who do it at once, one waits for the other and is told.
 * @param kinds what may be taken back here: who may delete it may take it back.
 * @throws AppError "conflict" where it is back already, or its campaign was launched; "blocked" where there is no place for it;
 * "not_found" after a week, and for another team.
 */
export async function takeBackRemoval(scope: Scope, kinds: RemovedKind[], asked: Removal): Promise<void> {
  await withTeam(scope, async (tx) => {
    const [taken] = await readRows<{ kind: RemovedKind; rows: Kept[]; at: string }>(
      tx,
      sql`delete from removals where id = ${asked.removalId} and removed_id = ${asked.removedId} and kind in ${anyOf(kinds)}
          returning kind, rows, removed_at as at`,
    );
    if (!taken) throw await whyNot(tx, kinds, asked.removedId);
    if (taken.kind === "campaign") await putBackCampaign(tx, taken.rows);
    else if (taken.kind === "step") await putBackStep(tx, scope, taken.rows);
    else if (taken.kind === "people of a list") await putBackMembers(tx, taken.rows, asked.removedId, taken.at);
    else if (taken.kind === "list") await putBackList(tx, taken.rows, taken.at);
    else for (const kept of taken.rows) await putRows(tx, kept);
  });
}

async function whyNot(tx: TeamTransaction, kinds: RemovedKind[], removedId: string): Promise<AppError> {
  for (const kind of kinds) {
    const there = await readRows(tx, sql`select 1 from ${sql.identifier(tableOf[kind])} where id = ${removedId}`);
    if (there.length > 0) return new AppError("conflict", "This is back already: somebody took it back before you.");
  }
  return new AppError("not_found", "This can no longer be brought back. What is removed is kept for a week.");
}
