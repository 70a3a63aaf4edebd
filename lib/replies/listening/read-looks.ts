import { eq, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSyncs, mailboxWatches } from "@/db/schema/senders";
import { type ReadFolder, readFolders } from "@/db/schema/words";
import { isUnread } from "../../sending/ledger/is-unread";
import { stuckPages } from "../reading/set-aside";

export type Looks = {
  /** In the order in which they are read; "everywhere" is every folder but the other two. */
  folders: FolderLook[];
  /** When the last look began that reached the end of all of them. */
  lookBeganAt: Date | null;
  /** How long the newest message had lain there when it was taken in. */
  lagMs: number | null;
  /** Follow-ups wait, because the mailbox was not read to the end since then; null while it is read. */
  unreadSince: Date | null;
  /** Messages that cannot be read: no longer tried, and still. */
  givenUp: number;
  tried: number;
  /** The last reading of the last days anew, and how many messages it found that no look had. */
  reconciledAt: Date | null;
  differences: number;
  notifications: number;
  notificationsMissed: number;
  notifiedAt: Date | null;
};
type FolderLook = { folder: ReadFolder; at: Date | null; error: string | null; failingSince: Date | null };

/** How a mailbox is read: what its page says about listening. */
export function readLooks(scope: Scope, senderAccountId: string, now: Date): Promise<Looks> {
  return withTeam(scope, async (tx) => {
    const syncs = await tx.select().from(mailboxSyncs).where(eq(mailboxSyncs.senderAccountId, senderAccountId));
    const [watch] = await tx.select().from(mailboxWatches).where(eq(mailboxWatches.senderAccountId, senderAccountId));
    const [row] = await readRows<{ isUnread: boolean; connectedAt: string | null; givenUp: number; tried: number }>(
      tx,
      sql`select ${isUnread(now)} as "isUnread", m.connected_at as "connectedAt",
            count(a.id) filter (where a.given_up_at is not null)::int as "givenUp", count(a.id) filter (where a.given_up_at is null)::int as tried
          from sender_accounts m left join mailbox_set_asides a on a.sender_account_id = m.id and a.graph_id not like ${stuckPages}
          where m.id = ${senderAccountId} group by m.id`,
    );
    const folders = readFolders.map((folder): FolderLook => {
      const sync = syncs.find((one) => one.folder === folder);
      return { folder, at: sync?.lastPolledAt ?? null, error: sync?.error ?? null, failingSince: sync?.failingSince ?? null };
    });
    return {
      folders,
      lookBeganAt: watch?.lookBeganAt ?? null,
      lagMs: watch?.lagMs ?? null,
      unreadSince: row?.isUnread ? (sinceWhen(folders) ?? instantOf(row.connectedAt)) : null,
      givenUp: row?.givenUp ?? 0,
      tried: row?.tried ?? 0,
      reconciledAt: watch?.reconciledAt ?? null,
      differences: watch?.differences ?? 0,
      notifications: watch?.notifications ?? 0,
      notificationsMissed: watch?.notificationsMissed ?? 0,
      notifiedAt: watch?.notifiedAt ?? null,
    };
  });
}

/** The oldest last look of a folder, or when its reading began to fail where there was none. */
function sinceWhen(folders: FolderLook[]): Date | null {
  const known = folders.flatMap(({ at, failingSince }) => (at ?? failingSince)?.getTime() ?? []);
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}
