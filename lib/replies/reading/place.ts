import { and, eq, inArray, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSyncs } from "@/db/schema/senders";
import { type ReadFolder, readFolders } from "@/db/schema/words";

/**
 * Where reading of a folder stands: behind `link`, with some messages of what is there worked on already. For the whole mailbox, which has
 * no list of changes, `link` is an instant: everything received before it was taken in.
 */
export type Place = {
  link: string | null;
  done: string[];
  pageSize: number;
  lastMessageAt: Date | null;
  lastPolledAt: Date | null;
  failingSince: Date | null;
};

/** As it is before the first look. */
const nowhere: Place = { link: null, done: [], pageSize: 50, lastMessageAt: null, lastPolledAt: null, failingSince: null };

export async function readPlaces(scope: Scope, senderAccountId: string): Promise<Record<ReadFolder, Place>> {
  const rows = await withTeam(scope, (tx) =>
    tx.select().from(mailboxSyncs).where(eq(mailboxSyncs.senderAccountId, senderAccountId)),
  );
  const placeOf = (folder: ReadFolder): Place => {
    const row = rows.find((one) => one.folder === folder);
    if (!row) return { ...nowhere };
    const { deltaLink: link, done, pageSize, lastMessageAt, lastPolledAt, failingSince } = row;
    return { link, done, pageSize, lastMessageAt, lastPolledAt, failingSince };
  };
  return Object.fromEntries(readFolders.map((folder) => [folder, placeOf(folder)])) as Record<ReadFolder, Place>;
}

export type PlaceOf = { senderAccountId: string; folder: ReadFolder };
type Kept = Pick<Place, "link"> & Partial<Pick<Place, "done" | "pageSize" | "lastMessageAt">>;

/**
 * Keeps a place that was reached from `before`. Who outlived the lease finds another link there and changes nothing: two readers of one
 * change list would lose messages.
 * @returns whether it was kept.
 */
export async function keepPlace(scope: Scope, of: PlaceOf, before: string | null, { link, ...rest }: Kept): Promise<boolean> {
  const set = { ...rest, deltaLink: link };
  const rows = await withTeam(scope, (tx) =>
    tx
      .insert(mailboxSyncs)
      .values({ ...of, ...set })
      .onConflictDoUpdate({
        target: [mailboxSyncs.senderAccountId, mailboxSyncs.folder],
        set,
        setWhere: sql`${mailboxSyncs.deltaLink} is not distinct from ${before}`,
      })
      .returning({ id: mailboxSyncs.senderAccountId }),
  );
  return rows.length > 0;
}

/** The end of these folders was reached. @param now null where a message is still being tried that may be an answer. */
export function keepEnds(scope: Scope, senderAccountId: string, folders: ReadFolder[], now: Date | null): Promise<unknown> {
  const set = { error: null, failingSince: null, ...(now ? { lastPolledAt: now } : {}) };
  return withTeam(scope, (tx) =>
    tx
      .update(mailboxSyncs)
      .set(set)
      .where(and(eq(mailboxSyncs.senderAccountId, senderAccountId), inArray(mailboxSyncs.folder, folders))),
  );
}
