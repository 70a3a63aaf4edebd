import { and, desc, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contactLists, uploadBatches } from "@/db/schema/contacts";
import { members } from "@/db/schema/teams";

export type PastUpload = typeof uploadBatches.$inferSelect & { by: string | null; list: { id: string; name: string } | null };

/** The team's last imports, newest first, with who brought them and the list that was made of each. */
export async function listUploads(scope: Scope): Promise<PastUpload[]> {
  const rows = await withTeam(scope, (tx) =>
    tx
      .select({ upload: uploadBatches, by: members.name, listId: contactLists.id, listName: contactLists.name })
      .from(uploadBatches)
      .leftJoin(members, eq(members.id, uploadBatches.createdBy))
      .leftJoin(contactLists, eq(contactLists.id, uploadBatches.listId))
      .where(
        and(
          isNull(uploadBatches.byHand),
          isNotNull(uploadBatches.headers),
          or(ne(uploadBatches.status, "pending"), isNotNull(uploadBatches.reading)),
        ),
      )
      .orderBy(desc(uploadBatches.createdAt))
      .limit(10),
  );
  return rows.map(({ upload, by, listId, listName }) => ({
    ...upload,
    by,
    list: listId && listName !== null ? { id: listId, name: listName } : null,
  }));
}
