import type { Message } from "@microsoft/microsoft-graph-types";
import { Parser } from "htmlparser2";
import { withoutDepths } from "../../../mail/text/without-depths";
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

const silent = new Set(["head", "style", "script", "title"]);
/** Shown though it is no text. */
const shown = new Set(["img", "table", "svg", "video", "object", "input"]);

/** Exchange puts a line, or the block with sender and subject, between an answer and the mail it quotes. */
export function isOnlyQuote(html: string): boolean {
  let hidden = 0;
  let quote = false;
  let more = false;
  const parser = new Parser({
    onopentag: (name, { id }) => {
      if (silent.has(name)) hidden += 1;
      else if (hidden > 0) return;
      else if (name === "hr" || (name === "div" && id?.split(/[^\w]/, 1)[0] === "divRplyFwdMsg")) quote = true;
      else if (shown.has(name)) more ||= !quote;
    },
    ontext: (text) => {
      if (!quote && hidden === 0 && /[^\s\u200b-\u200d\ufeff]/.test(text)) more = true;
    },
    onclosetag: (name) => {
      if (silent.has(name)) hidden -= 1;
    },
  });
  parser.end(withoutDepths(html));
  return quote && !more;
}
