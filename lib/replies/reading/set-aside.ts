import { and, eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxSetAsides } from "@/db/schema/senders";
import type { ReadFolder } from "@/db/schema/words";
import { log } from "../../log/log";

/** Stands for a page of a list that fails although it has one entry. */
const stuckPage = "the next page";
export const stuckIn = (folder: ReadFolder) => (folder === "inbox" ? stuckPage : `${stuckPage} of ${folder}`);
export const stuckPages = `${stuckPage}%`;
export const isStuckPage = (graphId: string) => graphId.startsWith(stuckPage);

/** What may recover is tried so long after it was given up: by then an outage has ended, or its answers are of no use any more. */
const lastTryMs = 3 * 24 * 3_600_000;
const hourMs = 3_600_000;

const one = (senderAccountId: string, graphId: string) =>
  and(eq(mailboxSetAsides.senderAccountId, senderAccountId), eq(mailboxSetAsides.graphId, graphId));

/**
 * Notes that something of a mailbox could not be read, and when it is tried again.
 * @param pauses seconds before the next looks; after the last it is given up and no longer holds anything back.
 * @param mayRecover goes on being tried every hour after that, for three days.
 * @returns whether it is given up.
 */
export async function setAside(
  scope: Scope,
  senderAccountId: string,
  graphId: string,
  { code, pauses, mayRecover = false }: { code: string; pauses: readonly number[]; mayRecover?: boolean },
  now: Date,
): Promise<boolean> {
  const tries = await withTeam(scope, async (tx) => {
    const [known] = await tx.select().from(mailboxSetAsides).where(one(senderAccountId, graphId)).for("update");
    if (known?.givenUpAt && !known.nextTryAt) return null;
    const tries = (known?.tries ?? 0) + 1;
    const pause = known?.givenUpAt ? undefined : pauses[tries - 1];
    const since = known?.firstSeenAt ?? now;
    const hourly = mayRecover && now.getTime() - since.getTime() < lastTryMs ? new Date(now.getTime() + hourMs) : null;
    const looked = {
      code,
      tries,
      nextTryAt: pause === undefined ? hourly : new Date(now.getTime() + pause * 1000),
      givenUpAt: pause === undefined ? (known?.givenUpAt ?? now) : null,
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

export type Waiting = { graphId: string; code: string; firstSeenAt: Date; nextTryAt: Date | null; givenUpAt: Date | null };

/** Everything of the mailbox that could not be read, given up or not. */
export async function listSetAsides(scope: Scope, senderAccountId: string): Promise<Waiting[]> {
  const { graphId, code, firstSeenAt, nextTryAt, givenUpAt } = mailboxSetAsides;
  return withTeam(scope, (tx) =>
    tx
      .select({ graphId, code, firstSeenAt, nextTryAt, givenUpAt })
      .from(mailboxSetAsides)
      .where(eq(mailboxSetAsides.senderAccountId, senderAccountId)),
  );
}

/** One message that may be an answer holds follow-ups back for so long: if new ones came all the time, nothing would ever leave. */
const holdsMs = 600_000;

/** Whether something is still being tried that may be an answer. */
export const isHolding = ({ graphId, firstSeenAt, givenUpAt }: Waiting, now: Date): boolean =>
  !isStuckPage(graphId) && givenUpAt === null && now.getTime() - firstSeenAt.getTime() < holdsMs;
