import { ResponseType } from "@microsoft/microsoft-graph-client";
import { env } from "../../env/env";
import { type Mailbox, writeClient } from "./clients";
import { answerOf, type GraphAnswer, retryAfter } from "./graph-answer";
import { verdictOf } from "./graph-codes";

/**
 * Asks Exchange to send a recorded draft. Never throws and never repeats: every answer but 202 is a doubt that is settled by
 * looking. A 202 with Retry-After is a 202.
 */
export async function sendMessage(mailbox: Mailbox, graphId: string): Promise<GraphAnswer> {
  try {
    const response = (await writeClient(mailbox, env().SEND_TIMEOUT * 1000)
      .api(`/me/messages/${encodeURIComponent(graphId)}/send`)
      .responseType(ResponseType.RAW)
      .post("")) as Response;
    const { status } = response;
    const { code, message } = response.ok ? { code: "", message: "" } : await errorOf(response);
    const verdict = verdictOf(status, code, message);
    return {
      verdict: verdict === "done" && status !== 202 ? "later" : verdict,
      status,
      code,
      retryAfterSeconds: retryAfter(response.headers),
    };
  } catch (error) {
    return answerOf(error);
  }
}

/** Code and words of a refusal; empty where something before Graph answered with a page, or the line was cut in the middle. */
async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  const body = (await response.json().catch(() => null)) as { error?: { code?: unknown; message?: unknown } } | null;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { code: text(body?.error?.code), message: text(body?.error?.message) };
}
