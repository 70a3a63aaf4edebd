import { inArray } from "drizzle-orm";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import type { Edit } from "@/db/schema/columns";
import { members } from "@/db/schema/teams";
import { AppError, type Theirs } from "../../errors/app-error";

/** What a page knew of each field that it changes, and which page it is. */
export type Seen = { from: Record<string, unknown>; desk: string };

/** A field that is to be changed. `mark`: by what it is known where that is not its value, as a long text by its hash. */
export type Field = { is: unknown; mine: unknown; mark?: string };

type Row = { edits: Record<string, Edit>; updatedAt: Date };

/**
 * Compares, of a row that is locked, the fields that somebody changes with what their page knew of them. Where another page wrote the
 * same field to something else meanwhile, nothing is changed and both values are theirs to choose from; other fields merge. What a
 * page wrote itself is never in its own way, however late an answer comes.
 * @param seen null for what no page asks for.
 * @returns who changed what last, to be written with the row. @throws AppError "conflict" with whose values stand there.
 */
export async function keepEdits(
  tx: TeamTransaction,
  scope: Scope,
  row: Row,
  fields: Record<string, Field>,
  seen: Seen | null,
  now: Date,
): Promise<Record<string, Edit>> {
  const changed = Object.entries(fields).filter(([, { is, mine }]) => !isSame(is, mine));
  const others = changed.filter(
    ([name, { is, mark }]) => seen && !isSame(mark ?? is, seen.from[name]) && row.edits[name]?.desk !== seen.desk,
  );
  if (others.length > 0) throw await sayTheirs(tx, scope, row, others);
  const edit: Edit = { by: scope.memberId, at: now.toISOString(), desk: seen?.desk ?? "" };
  return { ...row.edits, ...Object.fromEntries(changed.map(([name]) => [name, edit])) };
}

async function sayTheirs(tx: TeamTransaction, scope: Scope, row: Row, others: [string, Field][]): Promise<AppError> {
  const ids = others.flatMap(([name]) => row.edits[name]?.by ?? []);
  const people = await tx.select({ id: members.id, name: members.name }).from(members).where(inArray(members.id, ids));
  const theirs = others.map(([name, { is, mark }]): [string, Theirs] => {
    const { by = null, at = row.updatedAt.toISOString() } = row.edits[name] ?? {};
    const who = people.find((person) => person.id === by)?.name ?? null;
    return [name, { value: is, by: who, you: by !== null && by === scope.memberId, at, ...(mark ? { mark } : {}) }];
  });
  const first = theirs[0]?.[1];
  const who = first?.you ? "You, in another window," : (first?.by ?? "Somebody");
  return new AppError("conflict", `${who} changed this meanwhile. Yours was not kept.`, undefined, {
    theirs: Object.fromEntries(theirs),
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
