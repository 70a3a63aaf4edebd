import { eq, type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { suppressionFiles } from "@/db/schema/suppressions";
import { openStatuses } from "@/db/schema/words";
import { endForPeople } from "../../campaigns/end-for-people";
import { recordActivity } from "../../events/record-activity";
import { findFile } from "./find-file";
import { namedBy } from "./named-by";
import { rankReason } from "./rank-reason";

/**
 * Brings the next entries of a file into the list and ends the campaigns of whom they name: one transaction a part, out of which its staging rows go,
 * so that a part that is repeated after a crash finds the next ones. An entry that stands there keeps its reason unless the file's weighs more.
 * @returns whether all are in the list. @param part so many staging rows.
 */
export function takeNext(scope: Scope, fileId: string, now: Date, part = 20_000): Promise<{ done: boolean }> {
  return withTeam(scope, async (tx) => {
    const [file] = await tx
      .select({ state: suppressionFiles.state })
      .from(suppressionFiles)
      .where(eq(suppressionFiles.id, fileId))
      .for("update");
    if (file?.state !== "taking") return { done: true };
    const rows = await nextRows(tx, fileId, part);
    const [counted] = await readRows<{ count: number }>(
      tx,
      sql`select count(*)::int as count from (select distinct email_norm, domain, wildcard from ${rows} e) x`,
    );
    const count = counted?.count ?? 0;
    if (count === 0) {
      await finish(tx, scope, fileId, now);
      return { done: true };
    }
    for (const column of ["email_norm", "domain", "wildcard"] as const) await insertEntries(tx, scope, { fileId, rows, column });
    await endNamed(tx, scope, rows, now);
    await tx.execute(
      sql`delete from suppression_file_entries e using ${rows} n where e.file_id = ${fileId} and e.line = n.line and e.place = n.place`,
    );
    // An entry that stands in the file twice may be of two parts.
    await tx
      .update(suppressionFiles)
      .set({ taken: sql`least(${suppressionFiles.entries}, ${suppressionFiles.taken} + ${count})` })
      .where(eq(suppressionFiles.id, fileId));
    return { done: false };
  });
}

/** The staging rows of the next lines, as a query: whole lines, so that both ways of writing one domain come at once. */
async function nextRows(tx: TeamTransaction, fileId: string, part: number): Promise<SQL> {
  const [after] = await readRows<{ line: number }>(
    tx,
    sql`select line from suppression_file_entries where file_id = ${fileId} and refused is null order by line offset ${part} limit 1`,
  );
  const [first] = await readRows<{ line: number }>(
    tx,
    sql`select line from suppression_file_entries where file_id = ${fileId} and refused is null order by line limit 1`,
  );
  // Between two lines, or each part would read all that is left. At least one line, however many entries it holds.
  const from = first?.line ?? 0;
  const end = after ? sql` and line < ${Math.max(after.line, from + 1)}` : sql``;
  return sql`(select line, place, email_norm, domain, wildcard, coalesce(reason, 'by hand') as reason, note from suppression_file_entries
      where file_id = ${fileId} and refused is null and line >= ${from}${end})`;
}

/** Of twins the one that was written so. In one order for all, so that two who suppress the same people never wait for each other. */
async function insertEntries(
  tx: TeamTransaction,
  scope: Scope,
  { fileId, rows, column }: { fileId: string; rows: SQL; column: "email_norm" | "domain" | "wildcard" },
) {
  const named = sql.raw(column);
  const open = sql.raw(column === "email_norm" ? "lifted_at is null" : `lifted_at is null and ${column} is not null`);
  await tx.execute(
    sql`insert into suppressions as s (${named}, reason, note, file_id, created_by)
        select distinct on (${named} collate "C") ${named}, reason, note, ${fileId}::uuid, ${scope.memberId}::uuid from ${rows} e where ${named} is not null
        order by ${named} collate "C", ${rankReason(sql`reason`)} desc, place, line
        on conflict (team_id, ${named}) where ${open} do update set reason = excluded.reason
          where ${rankReason(sql`excluded.reason`)} > ${rankReason(sql`s.reason`)}`,
  );
}

async function endNamed(tx: TeamTransaction, scope: Scope, rows: SQL, now: Date) {
  const open = await readRows<{ id: string }>(
    tx,
    sql`select x.id from (select c.contact_id as id from campaign_contacts c where c.status in ${anyOf(openStatuses)}
          union select h.contact_id from single_mails h where h.ended_reason is null) x where x.id in (${namedBy(rows)}) order by 1`,
  );
  await endForPeople(
    tx,
    scope,
    open.map(({ id }) => id),
    now,
  );
}

async function finish(tx: TeamTransaction, scope: Scope, fileId: string, now: Date) {
  const file = await findFile(tx, fileId);
  const own = sql`(select * from suppressions where file_id = ${fileId} and lifted_at is null)`;
  const [row] = await readRows<{ people: number }>(tx, sql`select count(*)::int as people from (${namedBy(own)}) p`);
  const people = row?.people ?? 0;
  await tx
    .update(suppressionFiles)
    .set({ state: "taken", taken: file.entries, finishedAt: now, facts: { ...file.facts, people } })
    .where(eq(suppressionFiles.id, fileId));
  await recordActivity(tx, scope, {
    verb: "suppressed by a file",
    at: now,
    detail: { fileId, fileName: file.fileName, entries: file.entries, people },
  });
}
