import { and, isNull, or, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { suppressions } from "@/db/schema/suppressions";
import { endForPeople } from "../../campaigns/end-for-people";
import { readAct } from "../../campaigns/words/read-act";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { takeBackSlots } from "../../slots/take-back-slots";
import { endInParts, peopleAtOnce } from "./end-in-parts";
import type { Entry } from "./entry";
import { namedBy } from "./named-by";
import { readEntry } from "./read-entry";
import { sayEntry } from "./say-entry";
import { toColumns } from "./to-columns";

/** So many open ones a team: at each intent an address is compared with one after the other, and that is to cost no more than a look into an index. */
export const mostWildcards = 500;

/**
 * `entryIds`: the entries that were added by this, empty where all stood in the list; `was`: who had added it then. `people` contacts get no mail by
 * it, and `ended` enrolments ended.
 */
export type SuppressedEntry = { entry: string; entryIds: string[]; people: number; ended: number; was: string | null };

/**
 * Adds an address, a domain or a wildcard to the list, and ends every campaign of everybody it names. With its first transaction it stands in the list and
 * has taken all their slots back: from then on nothing leaves to them, and the last check refuses what would. Whoever is left of very many ends after it,
 * part by part. Whom a crash in between leaves over, the sweep ends (`finishEntries`), or doing it again, which changes nothing else.
 * @param given the entry as somebody typed it, and why, in their words; an empty note is none.
 * @throws AppError "invalid" with why the text is no entry; "blocked" where the team has as many wildcards as it may.
 */
export async function suppressEntry(scope: Scope, given: { text: string; note: string }, now: Date): Promise<SuppressedEntry> {
  const read = readEntry(given.text);
  if ("refused" in read) throw new AppError("invalid", read.refused);
  const { entries } = read;
  const { contactIds, ...done } = await withTeam(scope, (tx) => begin(tx, scope, entries, given.note, now));
  const ended = await endInParts(scope, entries, contactIds.slice(peopleAtOnce), now);
  return { ...done, ended: done.ended + ended };
}

async function begin(tx: TeamTransaction, scope: Scope, entries: Entry[], note: string, now: Date) {
  if (entries.some((entry) => "wildcard" in entry)) await checkRoom(tx, entries);
  const rows = entries.map((one) => ({
    ...one,
    reason: "by hand" as const,
    note: note.trim() || null,
    createdBy: scope.memberId,
  }));
  const added = await tx.insert(suppressions).values(rows).onConflictDoNothing().returning({ id: suppressions.id });
  const contactIds = await namedBy(tx, entries);
  const entry = sayEntry(entries[0] ?? {});
  const people = contactIds.length;
  const ended = await endForPeople(tx, scope, contactIds.slice(0, peopleAtOnce), now);
  const others = sql`(select unnest(${sql.param(contactIds.slice(peopleAtOnce))}::uuid[]))`;
  if (people > peopleAtOnce) await takeBackSlots(tx, sql`e.contact_id in ${others}`, "suppressed");
  const result = { entry, entryIds: added.map(({ id }) => id), people, contactIds, ended };
  const [id] = result.entryIds;
  if (!id) return { ...result, was: await sayKnown(tx, scope, entries, now) };
  await recordActivity(tx, scope, { verb: "suppressed an entry", at: now, detail: { id, entry, people } });
  return { ...result, was: null };
}

async function checkRoom(tx: TeamTransaction, entries: Entry[]): Promise<void> {
  const [count] = await readRows<{ open: number; known: number }>(
    tx,
    sql`select count(*)::int as open, (count(*) filter (where ${or(...toColumns(entries))}))::int as known
        from suppressions where lifted_at is null and wildcard is not null`,
  );
  if (!count || count.open - count.known + entries.length <= mostWildcards) return;
  throw new AppError(
    "blocked",
    `Your team has ${mostWildcards} wildcards, as many as can be compared before each mail. Lift one that is no longer needed, or add a domain.`,
  );
}

/** Who added it before, and when. */
async function sayKnown(tx: TeamTransaction, scope: Scope, entries: Entry[], now: Date): Promise<string | null> {
  const [known] = await tx
    .select({ by: suppressions.createdBy, at: suppressions.createdAt, reason: suppressions.reason })
    .from(suppressions)
    .where(and(isNull(suppressions.liftedAt), or(...toColumns(entries))))
    .limit(1);
  if (!known) return null;
  const { who, when } = await readAct(tx, known, { memberId: scope.memberId, now });
  if (known.reason === "by hand" && known.by) return `${who} added it already${when}.`;
  return `It is in the list already${when}: ${known.reason}.`;
}
