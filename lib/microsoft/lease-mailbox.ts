import { randomUUID } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxLeases } from "@/db/schema/senders";
import type { LeasePurpose } from "@/db/schema/words";
import { onGivingBack } from "../live/giving-back";

/**
 * Runs `fn` while nobody else does the same with this mailbox, waiting for up to `patienceMs` for whoever holds it.
 * A lease row and not a lock: a lock would hold a connection while Microsoft is waited for. The database's clock decides, so
 * that two machines agree. It is renewed as long as `fn` runs; after a crash others wait for `seconds` at most, and not at all after a
 * process that was told to end.
 * @returns null when the other one does not finish in time.
 */
export async function leaseMailbox<T>(
  scope: Scope,
  senderAccountId: string,
  lease: { purpose: LeasePurpose; seconds: number; patienceMs: number },
  fn: () => Promise<T>,
): Promise<{ result: T } | null> {
  const holder = randomUUID();
  const giveUp = Date.now() + lease.patienceMs;
  while (!(await take(scope, senderAccountId, lease, holder))) {
    if (Date.now() > giveUp) return null;
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
  }
  const renewal = setInterval(() => void renew(scope, holder, lease).catch(() => {}), (lease.seconds * 1000) / 3);
  const release = () =>
    withTeam(scope, (tx) =>
      tx.delete(mailboxLeases).where(and(eq(mailboxLeases.holder, holder), eq(mailboxLeases.purpose, lease.purpose))),
    );
  const keep = onGivingBack(release);
  try {
    return { result: await fn() };
  } finally {
    clearInterval(renewal);
    keep();
    await release();
  }
}

/** A renewal that fails is tried again by the next; a lease that was lost stays lost. */
function renew(scope: Scope, holder: string, lease: { purpose: LeasePurpose; seconds: number }) {
  return withTeam(scope, (tx) =>
    tx
      .update(mailboxLeases)
      .set({ until: sql`now() + make_interval(secs => ${lease.seconds})` })
      .where(and(eq(mailboxLeases.holder, holder), eq(mailboxLeases.purpose, lease.purpose))),
  );
}

function take(
  scope: Scope,
  senderAccountId: string,
  lease: { purpose: LeasePurpose; seconds: number },
  holder: string,
): Promise<boolean> {
  const until = sql`now() + make_interval(secs => ${lease.seconds})`;
  return withTeam(scope, async (tx) => {
    const rows = await tx
      .insert(mailboxLeases)
      .values({ senderAccountId, purpose: lease.purpose, holder, until })
      .onConflictDoUpdate({
        target: [mailboxLeases.teamId, mailboxLeases.senderAccountId, mailboxLeases.purpose],
        set: { holder, until },
        setWhere: lt(mailboxLeases.until, sql`now()`),
      })
      .returning({ id: mailboxLeases.id });
    return rows.length > 0;
  });
}
