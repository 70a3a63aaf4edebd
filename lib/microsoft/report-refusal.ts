import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { senderAccounts } from "@/db/schema/senders";
import type { MailboxTrouble } from "@/db/schema/words";
import { learnLimit } from "../limits/learn-limit";
import type { GraphAnswer } from "./graph/graph-answer";
import type { Verdict } from "./graph/graph-codes";
import { writeTrouble } from "./report-trouble";
import { restMailbox } from "./rest-mailbox";

/**
 * What an answer says about the whole mailbox. A request that is refused for no reason we know is among them: what is the matter with
 * it may be the matter with all mail, and a pause costs nobody their place in a campaign.
 */
const troubles: Partial<Record<Verdict, MailboxTrouble>> = {
  "no licence": "no_licence",
  full: "full",
  limited: "limited",
  denied: "limited",
  refused: "limited",
};

const leastMs = 15 * 60_000;
const mostMs = 6 * 3_600_000;

/**
 * Writes the trouble of a mailbox that an answer tells of. The longer it has lasted, the longer until it is tried again. Where Microsoft only
 * asks to wait, the mailbox rests for so long. A limit that was reached is learned as well.
 * @returns until when nothing is sent from it; null for an answer that is about no mailbox.
 */
export async function reportRefusal(scope: Scope, senderAccountId: string, answer: GraphAnswer, now: Date): Promise<Date | null> {
  const trouble = troubles[answer.verdict];
  const wait = answer.retryAfterSeconds;
  if (!trouble) return wait ? restMailbox(scope, senderAccountId, wait, now) : null;
  const code = answer.code || `HTTP ${answer.status}`;
  const [own] = await withTeam(scope, (tx) =>
    tx
      .select({ code: senderAccounts.troubleCode, since: senderAccounts.troubleSince, until: senderAccounts.troubleUntil })
      .from(senderAccounts)
      .where(eq(senderAccounts.id, senderAccountId)),
  );
  const goesOn = own?.since && own.until && own.code === code && own.until.getTime() > now.getTime() - 3_600_000;
  const lasted = goesOn && own.since ? now.getTime() - own.since.getTime() : 0;
  const pause = Math.max(Math.min(Math.max(lasted, leastMs), mostMs), (wait ?? 0) * 1000);
  const until = new Date(now.getTime() + pause);
  await withTeam(scope, async (tx) => {
    await learnLimit(tx, scope, { senderAccountId, code, sentAt: now, at: now });
    await writeTrouble(tx, senderAccountId, { trouble, code, until }, now);
  });
  return until;
}
