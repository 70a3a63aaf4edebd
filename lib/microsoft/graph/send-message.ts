import { ResponseType } from "@microsoft/microsoft-graph-client";
import { type Mailbox, writeClient } from "./clients";
import { answerOf, type GraphAnswer, retryAfter, verdictOf } from "./graph-answer";

/**
 * Asks Exchange to send a recorded draft. Never throws and never repeats: every answer but 202 is a doubt that is settled by
 * looking. A 202 with Retry-After is a 202.
 */
export async function sendMessage(mailbox: Mailbox, graphId: string): Promise<GraphAnswer> {
  try {
    const response = (await writeClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}/send`)
      .responseType(ResponseType.RAW)
      .post("")) as Response;
    const verdict = response.status === 202 ? "done" : verdictOf(response.status);
    return {
      verdict: verdict === "done" && response.status !== 202 ? "later" : verdict,
      status: response.status,
      code: "",
      retryAfterSeconds: retryAfter(response.headers),
    };
  } catch (error) {
    return answerOf(error);
  }
}
