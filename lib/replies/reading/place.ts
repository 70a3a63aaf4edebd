import { and, eq, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSyncs } from "@/db/schema/senders";

/** Where reading of a mailbox stands: behind `link`, with some messages of the page there worked on already. */
export type Place = {
  link: string | null;
  done: string[];
  pageSize: number;
  lastMessageAt: Date | null;
  lastPolledAt: Date | null;
  failingSince: Date | null;
};

export async function readPlace(scope: Scope, senderAccountId: string): Promise<Place> {
  const [row] = await withTeam(scope, (tx) =>
    tx
      .select()
      .from(mailboxSyncs)
      .where(and(eq(mailboxSyncs.senderAccountId, senderAccountId), eq(mailboxSyncs.folder, "inbox"))),
  );
  return {
    link: row?.deltaLink ?? null,
    done: row?.done ?? [],
    pageSize: row?.pageSize ?? 50,
    lastMessageAt: row?.lastMessageAt ?? null,
    lastPolledAt: row?.lastPolledAt ?? null,
    failingSince: row?.failingSince ?? null,
  };
}

/**
 * Keeps a place that was reached from `before`. Who outlived the lease finds another link there and changes nothing: two readers of one
 * change list would lose messages.
 * @returns whether it was kept.
 */
export async function keepPlace(
  scope: Scope,
  senderAccountId: string,
  before: string | null,
  change: Partial<Omit<Place, "link" | "failingSince">> & { link: string | null; error?: null },
): Promise<boolean> {
  const { link, error, ...rest } = change;
  const set = { ...rest, deltaLink: link, ...(error === null ? { error, failingSince: null } : {}) };
  const rows = await withTeam(scope, (tx) =>
    tx
      .insert(mailboxSyncs)
      .values({ senderAccountId, ...set })
      .onConflictDoUpdate({
        target: [mailboxSyncs.senderAccountId, mailboxSyncs.folder],
        set,
        setWhere: sql`${mailboxSyncs.deltaLink} is not distinct from ${before}`,
      })
      .returning({ id: mailboxSyncs.senderAccountId }),
  );
  return rows.length > 0;
}
