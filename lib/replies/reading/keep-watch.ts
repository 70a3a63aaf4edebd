import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxWatches } from "@/db/schema/senders";

export type Watched = {
  /** When the look began, of one that reached the end of every folder with nothing left that may be an answer. */
  lookBeganAt?: Date;
  /** How long its newest message had lain there. */
  lagMs?: number;
};

/** Keeps what a look tells of the mailbox as a whole. */
export async function keepWatch(scope: Scope, senderAccountId: string, watched: Watched): Promise<void> {
  if (watched.lookBeganAt === undefined && watched.lagMs === undefined) return;
  await withTeam(scope, (tx) =>
    tx
      .insert(mailboxWatches)
      .values({ senderAccountId, ...watched })
      .onConflictDoUpdate({ target: mailboxWatches.senderAccountId, set: watched }),
  );
}
