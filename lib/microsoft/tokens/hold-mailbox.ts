import { randomUUID } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxLeases } from "@/db/schema/senders";
import { TokenUnavailableError } from "./errors";

/** Longer than MSAL's own timeout, so that a lease never ends under a request. */
const leaseSeconds = 90;
const patienceMs = 20_000;

/**
 * Runs `fn` while no other worker refreshes this mailbox's token, waiting for up to 20 s.
 * A lease row and not a lock: a lock would hold a connection while Microsoft is waited for.
 * @throws TokenUnavailableError when the other one does not finish.
 */
export async function holdMailbox<T>(scope: Scope, senderAccountId: string, fn: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const giveUp = Date.now() + patienceMs;
  while (!(await take(scope, senderAccountId, holder))) {
    if (Date.now() > giveUp) throw new TokenUnavailableError("another worker holds it");
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
  }
  try {
    return await fn();
  } finally {
    await withTeam(scope, (tx) =>
      tx.delete(mailboxLeases).where(and(eq(mailboxLeases.holder, holder), eq(mailboxLeases.purpose, "token"))),
    );
  }
}

/** The database's clock decides, so that two machines agree. */
function take(scope: Scope, senderAccountId: string, holder: string): Promise<boolean> {
  const until = sql`now() + make_interval(secs => ${leaseSeconds})`;
  return withTeam(scope, async (tx) => {
    const rows = await tx
      .insert(mailboxLeases)
      .values({ senderAccountId, purpose: "token", holder, until })
      .onConflictDoUpdate({
        target: [mailboxLeases.teamId, mailboxLeases.senderAccountId, mailboxLeases.purpose],
        set: { holder, until },
        setWhere: lt(mailboxLeases.until, sql`now()`),
      })
      .returning({ id: mailboxLeases.id });
    return rows.length > 0;
  });
}
