import { and, isNull, or } from "drizzle-orm";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/suppressions";
import { endForPeople } from "../../campaigns/end-for-people";
import type { Entry } from "./entry";
import { toColumns } from "./to-columns";

/** So many people end in one transaction: with a dozen campaigns each, some tenths of a second in which others wait for their rows. */
export const peopleAtOnce = 100;

/**
 * Ends every campaign of these people, who are named by entries of the list, part by part for as long as the entries stand there.
 * @param at when they were suppressed. @returns for how many enrolments a campaign ended by this.
 */
export async function endInParts(scope: Scope, entries: Entry[], contactIds: string[], at: Date): Promise<number> {
  let ended = 0;
  for (let place = 0; place < contactIds.length; place += peopleAtOnce) {
    const some = contactIds.slice(place, place + peopleAtOnce);
    ended += await withTeam(scope, async (tx) => ((await holdOpen(tx, entries)) ? endForPeople(tx, scope, some, at) : 0));
  }
  return ended;
}

/** Whether one still stands there: an administrator may lift it while its people are ended. Held until this part is done. */
async function holdOpen(tx: TeamTransaction, entries: Entry[]): Promise<boolean> {
  const rows = await tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(and(isNull(suppressions.liftedAt), or(...toColumns(entries))))
    .for("share");
  return rows.length > 0;
}
