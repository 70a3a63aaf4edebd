import type { Message } from "@microsoft/microsoft-graph-types";
import { type Mailbox, readClient } from "../clients";
import { answerOf } from "../graph-answer";

/** The version of an item that was looked at: it is deleted only as such. */
export type BareReply = { etag: string | null };

/**
 * Whether a draft is an answer as createReply makes it: nothing above the mail it quotes. Where no quote is to be seen nobody can tell, and
 * the answer is no.
 * @returns null when it is more than that, cannot be shown, or is gone. @throws what Graph answers else.
 */
export async function readBareReply(mailbox: Mailbox, graphId: string): Promise<BareReply | null> {
  try {
    const message = (await readClient(mailbox)
      .api(`/me/messages/${encodeURIComponent(graphId)}`)
      .query("$select=id,isDraft,body")
      .get()) as Message & { "@odata.etag"?: string };
    const isBare = message.isDraft === true && isOnlyQuote(message.body?.content ?? "");
    return isBare ? { etag: message["@odata.etag"] ?? null } : null;
  } catch (error) {
    if (["missing", "unreadable"].includes(answerOf(error).verdict)) return null;
    throw error;
  }
}

/** What Exchange puts between an answer and the mail it quotes: a line, then the block with sender and subject. */
const quoteBegins = /<hr\b|<div\b[^>]*\bid="?divRplyFwdMsg\b/i;
/** Shown though it is no text. */
const shown = /<(img|table|svg|video|object|input)\b/i;

export function isOnlyQuote(html: string): boolean {
  const body = html.replace(/<(head|style|script|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, "");
  const begins = body.search(quoteBegins);
  if (begins < 0) return false;
  const above = body.slice(0, begins);
  const text = above.replace(/<[^>]*>/g, "").replace(/&nbsp;|&#160;|&#xa0;|[\s\u200b-\u200d\ufeff]/gi, "");
  return text === "" && !shown.test(above);
}
