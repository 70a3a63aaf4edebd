import type { Outcome } from "../tell/outcome";
import { judgeAnswer } from "./judge-answer";

/** So much of an answer is looked at. */
const mostBytes = 64 * 1024;
const answerMs = 10_000;

/** The connection never stood: nothing was told. */
const neverThere =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/**
 * Posts a card to a workflow, once. Never throws; what is known of the address and of the answer's text stays here. No redirect is followed: it could
 * lead anywhere.
 */
export async function postCard(url: URL, card: string, endsAfterMs = answerMs): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: card,
      redirect: "manual",
      signal: AbortSignal.timeout(endsAfterMs),
    });
    return judgeAnswer(answer.status, answer.headers.get("retry-after"), await readStart(answer));
  } catch (error) {
    if (neverThere.test(codeOf(error)))
      return { kind: "again", says: "The server of the workflow cannot be reached.", afterSeconds: null };
    return { kind: "lost", says: "Teams gave no answer." };
  }
}

/** The beginning of an answer; whatever is longer is left. One that breaks off says what its status says. */
async function readStart(answer: Response): Promise<string> {
  if (!answer.body) return "";
  const reader = answer.body.getReader();
  const parts: Uint8Array[] = [];
  for (let size = 0; size < mostBytes; ) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || !value) break;
    parts.push(value.subarray(0, mostBytes - size));
    size += value.length;
  }
  await reader.cancel().catch(() => {});
  return Buffer.concat(parts).toString("utf8");
}

function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "";
}
