import { randomBytes } from "node:crypto";
import type { Scope } from "@/db/access/with-team";
import { answerOf, type GraphAnswer } from "../../microsoft/graph/graph-answer";
import { type OwnMail, sendToOne } from "../../microsoft/graph/send-to-one";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { acquireMailToken } from "../../microsoft/tokens/acquire-mail-token";
import { sayAnswer } from "../../senders/self-test/say-answer";
import { openWebhook, type SealedWebhook } from "../webhook/open-webhook";
import { postCard } from "../webhook/post-card";
import type { Outcome } from "./outcome";

/** Where one message of news goes. */
export type Reach =
  | { way: "teams"; targetId: string; sealed: SealedWebhook }
  | { way: "mail"; to: string; from: { id: string; email: string } };

/** No campaign's mail leaves at the same moment. */
const lease = { purpose: "send", seconds: 15, patienceMs: 5000 } as const;

/** Makes the one call that tells. @param make what is told, for whichever way. Never throws. */
export async function sendNews(
  scope: Scope,
  reach: Reach,
  make: { card: () => string; mail: (to: string) => OwnMail },
  now: Date,
  endsAfterMs?: number,
): Promise<Outcome> {
  if (reach.way === "mail") return sendByMail(scope, reach, make.mail(reach.to), now);
  const url = openWebhook(reach.targetId, reach.sealed);
  if (!url) return { kind: "stop", says: "The address of the workflow cannot be used any more. Paste it again." };
  return postCard(url, make.card(), endsAfterMs);
}

type ByMail = Extract<Reach, { way: "mail" }>;

async function sendByMail(scope: Scope, { from, to }: ByMail, mail: OwnMail, now: Date): Promise<Outcome> {
  let hasLeft = false;
  try {
    const token = await acquireMailToken(scope, from.id, now);
    const held = await leaseMailbox(scope, from.id, lease, async () => {
      const answer = await sendToOne({ token: async () => token }, mail, `news-${randomBytes(16).toString("hex")}`);
      hasLeft = answer.verdict === "done" || answer.verdict === "later";
      return answer;
    });
    if (!held) return { kind: "again", says: `Another mail was leaving ${from.email}.`, afterSeconds: null };
    return judge(held.result, from.email, to, hasLeft);
  } catch (error) {
    // Before the draft is there nothing can have left.
    return judge(answerOf(error), from.email, to, false);
  }
}

function judge(answer: GraphAnswer, from: string, to: string, mayHaveLeft: boolean): Outcome {
  const { verdict, retryAfterSeconds } = answer;
  if (verdict === "done") return { kind: "told", says: `Sent from ${from} to ${to}.` };
  if (mayHaveLeft) return { kind: "lost", says: `Exchange gave no clear answer for ${from}.` };
  if (verdict === "unsendable" || verdict === "refused")
    return { kind: "stop", says: `Microsoft does not take the mail from ${from} to ${to} (${sayAnswer(answer)}).` };
  return { kind: "again", says: `Nothing could be sent from ${from}: ${sayAnswer(answer)}.`, afterSeconds: retryAfterSeconds };
}
