import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxTests, senderAccounts } from "@/db/schema/senders";
import { AppError } from "../../errors/app-error";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { hasCome, sendToSelf } from "../../microsoft/graph/send-to-self";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import { sayAnswer } from "./say-answer";

/** No campaign's mail leaves at the same moment. */
const lease = { purpose: "send", seconds: 15, patienceMs: 5000 } as const;
/** So often it is looked for, a second apart. */
const looks = 4;

/**
 * Sends the one mail to the mailbox itself that somebody allowed, and writes down what came of it. It is never sent again: an answer that
 * leaves it open whether it left is said so.
 * @throws AppError "not_found", "conflict" when it was sent before or another mail is leaving, "blocked" where it cannot be sent.
 */
export async function sendSelfMail(scope: Scope, senderAccountId: string, clock: Clock = databaseClock): Promise<void> {
  const now = await readClock(scope.teamId, clock);
  const email = await claim(scope, senderAccountId, now);
  const settle = (selfMail: string, selfMailAt: Date | null = now) =>
    withTeam(scope, (tx) =>
      tx.update(mailboxTests).set({ selfMail, selfMailAt }).where(eq(mailboxTests.senderAccountId, senderAccountId)),
    );
  // Until it is handed over, nothing was sent, and it may be asked for again.
  const notSent = async (why: string) => {
    await settle(`not sent: ${why}`, null);
    return new AppError("blocked", `No mail was sent to ${email}: ${why}.`);
  };
  const key = `self-${randomBytes(16).toString("hex")}`;
  let token: string;
  try {
    token = await acquireMailToken(scope, senderAccountId, now);
  } catch (error) {
    throw await notSent(sayAnswer(answerOf(error)));
  }
  const mailbox = { token: async () => token };
  const held = await leaseMailbox(scope, senderAccountId, lease, () => sendToSelf(mailbox, email, key).catch(answerOf));
  if (!held) throw await notSent("another mail is leaving at this moment");
  const { verdict } = held.result;
  if (verdict !== "done" && verdict !== "later") throw await notSent(sayAnswer(held.result));
  if (verdict === "later") {
    await settle("no clear answer; it may have left");
    return;
  }
  for (let look = 0; look < looks; look += 1) {
    if (await hasCome(mailbox, key).catch(() => false)) {
      await settle("arrived");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await settle("left, and was not seen yet");
}

async function claim(scope: Scope, senderAccountId: string, now: Date): Promise<string> {
  return withTeam(scope, async (tx) => {
    const [own] = await tx
      .select({ email: senderAccounts.email, status: senderAccounts.status })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, senderAccountId));
    if (!own || own.status === "removed") throw new AppError("not_found");
    if (own.status !== "connected") throw new AppError("blocked", `${own.email} is signed out. Reconnect it; no mail was sent.`);
    const claimed = await tx
      .update(mailboxTests)
      .set({ selfMailAt: now, selfMail: "leaving" })
      .where(and(eq(mailboxTests.senderAccountId, senderAccountId), isNull(mailboxTests.selfMailAt)))
      .returning({ of: mailboxTests.senderAccountId });
    if (claimed.length === 0) throw new AppError("conflict", "This mail was sent already, or the mailbox was never tested.");
    return own.email;
  });
}
