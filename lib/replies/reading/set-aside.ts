import { and, eq, isNotNull, or } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSetAsides } from "@/db/schema/senders";
import { log } from "../../log/log";

/** Stands for a page of changes that fails although it has one entry. */
export const stuckPage = "the next page";

const one = (senderAccountId: string, graphId: string) =>
  and(eq(mailboxSetAsides.senderAccountId, senderAccountId), eq(mailboxSetAsides.graphId, graphId));

/**
 * Notes that something of a mailbox could not be read, and when it is tried again.
 * @param pauses seconds before the next looks; after the last it is given up.
 * @returns whether it is given up.
 */
export async function setAside(
  scope: Scope,
  senderAccountId: string,
  graphId: string,
  { code, pauses }: { code: string; pauses: readonly number[] },
  now: Date,
): Promise<boolean> {
  const tries = await withTeam(scope, async (tx) => {
    const [known] = await tx.select().from(mailboxSetAsides).where(one(senderAccountId, graphId)).for("update");
    if (known?.givenUpAt) return null;
    const tries = (known?.tries ?? 0) + 1;
    const pause = pauses[tries - 1];
    const looked = {
      code,
      tries,
      nextTryAt: pause === undefined ? null : new Date(now.getTime() + pause * 1000),
      givenUpAt: pause === undefined ? now : null,
    };
    await tx
      .insert(mailboxSetAsides)
      .values({ senderAccountId, graphId, firstSeenAt: now, ...looked })
      .onConflictDoUpdate({
        target: [mailboxSetAsides.teamId, mailboxSetAsides.senderAccountId, mailboxSetAsides.graphId],
        set: looked,
      });
    return pause === undefined ? null : tries;
  });
  log.warn({ team: scope.teamId, mailbox: senderAccountId, code, tries, givenUp: tries === null }, "not readable");
  return tries === null;
}

/** It could be read after all. */
export async function takeBack(scope: Scope, senderAccountId: string, graphId: string): Promise<void> {
  await withTeam(scope, (tx) => tx.delete(mailboxSetAsides).where(one(senderAccountId, graphId)));
}

export type Waiting = { graphId: string; code: string; nextTryAt: Date | null };

/** What is still being tried, and a stuck page also after it was given up. */
export async function listWaiting(scope: Scope, senderAccountId: string): Promise<Waiting[]> {
  const open = or(isNotNull(mailboxSetAsides.nextTryAt), eq(mailboxSetAsides.graphId, stuckPage));
  return withTeam(scope, (tx) =>
    tx
      .select({ graphId: mailboxSetAsides.graphId, code: mailboxSetAsides.code, nextTryAt: mailboxSetAsides.nextTryAt })
      .from(mailboxSetAsides)
      .where(and(eq(mailboxSetAsides.senderAccountId, senderAccountId), open)),
  );
}
