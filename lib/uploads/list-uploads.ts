import { and, desc, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactLists, uploadBatches } from "@/db/schema/contacts";
import { members } from "@/db/schema/teams";
import { keptDays } from "./tidy-files";

export type PastUpload = typeof uploadBatches.$inferSelect & { by: string | null; list: { id: string; name: string } | null };

const isShown = and(
  isNull(uploadBatches.byHand),
  isNotNull(uploadBatches.headers),
  or(ne(uploadBatches.status, "pending"), isNotNull(uploadBatches.reading)),
);

/** The team's last imports, newest first, with who brought them and the list that was made of each. */
export function listUploads(scope: Scope): Promise<PastUpload[]> {
  return withTeam(scope, (tx) => readSome(tx, 10, 0));
}

export type Uploads = {
  rows: PastUpload[];
  total: number;
  /** How many of all can be taken back. */
  takeable: number;
  page: number;
  pages: number;
};

/** A page of all imports of the team, newest first. @param page from 1; where there is no such page, the nearest. */
export function listUploadsPage(scope: Scope, page: number, now: Date, perPage = 50): Promise<Uploads> {
  return withTeam(scope, async (tx) => {
    const since = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
    const [count] = await readRows<{ total: number; takeable: number }>(
      tx,
      sql`select count(*)::int as total, count(*) filter (where ${uploadBatches.status} in ('completed', 'failed') and ${uploadBatches.taking} is null
            and ${uploadBatches.finishedAt} > ${since}::timestamptz
            and ${uploadBatches.createdCount} + ${uploadBatches.updatedCount} + ${uploadBatches.unchangedCount} > 0)::int as takeable
          from ${uploadBatches} where ${isShown}`,
    );
    const { total = 0, takeable = 0 } = count ?? {};
    const pages = Math.max(1, Math.ceil(total / perPage));
    const here = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
    return { rows: await readSome(tx, perPage, (here - 1) * perPage), total, takeable, page: here, pages };
  });
}

async function readSome(tx: TeamTransaction, most: number, after: number): Promise<PastUpload[]> {
  const rows = await tx
    .select({ upload: uploadBatches, by: members.name, listId: contactLists.id, listName: contactLists.name })
    .from(uploadBatches)
    .leftJoin(members, eq(members.id, uploadBatches.createdBy))
    .leftJoin(contactLists, eq(contactLists.id, uploadBatches.listId))
    .where(isShown)
    .orderBy(desc(uploadBatches.createdAt), desc(uploadBatches.id))
    .limit(most)
    .offset(after);
  return rows.map(({ upload, by, listId, listName }) => ({
    ...upload,
    by,
    list: listId && listName !== null ? { id: listId, name: listName } : null,
  }));
}
