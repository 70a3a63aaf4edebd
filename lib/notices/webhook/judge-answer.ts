import { retryAfter } from "../../microsoft/graph/graph-answer";
import type { Outcome } from "../tell/outcome";

/**
 * What an answer of a workflow means. A workflow answers 202, an older webhook 200, and the older one may say in its text that Teams refused
 * behind it. Of an error it is believed that nothing was told.
 */
export function judgeAnswer(status: number, retryAfterHeader: string | null, text: string): Outcome {
  const behind = /endpoint returned HTTP error (\d{3})/.exec(text)?.[1];
  const told = behind && status < 300 ? Number(behind) : status;
  if (told < 300) return { kind: "told", says: `Teams took it (${told}).` };
  const says = `Teams answers ${told}`;
  if (told === 429 || told === 408 || told >= 500) {
    const headers = new Headers(retryAfterHeader ? { "retry-after": retryAfterHeader } : {});
    return { kind: "again", says: `${says}${told === 429 ? ": too many at once" : ""}.`, afterSeconds: retryAfter(headers) };
  }
  return { kind: "stop", says: `${says}: ${meaning(told)}` };
}

function meaning(status: number): string {
  if (status < 400) return "the workflow leads elsewhere, which is not followed. Paste its own address.";
  if (status === 404 || status === 410) return "the workflow was deleted. Paste its new address.";
  if (status === 401 || status === 403) return "the workflow lets us not in. Let anyone trigger it, and paste its address again.";
  return "the workflow does not take a card. Make it from the template, and paste its address.";
}
