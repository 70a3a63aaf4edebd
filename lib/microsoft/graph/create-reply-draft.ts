import type { Message } from "@microsoft/microsoft-graph-types";
import type { ShownMail } from "../../mail/compare/shown-mail";
import type { MailRequest } from "../../mail/mail-request";
import { type Mailbox, readClient, writeClient } from "./clients";
import { draftOf, type MadeDraft, messageOf } from "./create-draft";
import { deleteDraft } from "./delete-draft";
import { answerOf } from "./graph-answer";
import { keepUnread } from "./keep-unread";
import { shownOf } from "./shown-of";

type Tagged = Message & { "@odata.etag"?: string };

const tries = 4;

/**
 * Creates a follow-up in the thread of an earlier mail, or an answer to a message that was received. createReply addresses a reply to one's own mail to oneself and writes a
 * prefix of its own, and an answer to whom a message asks for, so recipient, subject, whole body and key are set by a second call, against the newest etag.
 * A crash between the two leaves a draft without a key: harmless, because only recorded ids are sent, and the sweep removes it.
 * @param earlierGraphId of the earlier mail's sent item, or of what is answered.
 * @param settled is called once no draft without a key can be left.
 * @throws what Graph answers; missing means that the earlier mail is not under this id.
 */
export async function createReplyDraft(
  mailbox: Mailbox,
  request: MailRequest,
  sendKey: string,
  earlierGraphId: string,
  settled: () => Promise<void> = async () => {},
): Promise<MadeDraft> {
  const isReceived = request.thread !== null && "messageId" in request.thread;
  const made = await createReply(mailbox, { graphId: earlierGraphId, isReceived }, settled);
  const draft = draftOf(made);
  try {
    const filled = await fill(mailbox, draft.graphId, messageOf(request, sendKey), made["@odata.etag"]);
    return { ...draft, shown: filled?.body ? asMade(made, filled) : null };
  } catch (error) {
    // Addressed to oneself, it would lie among the drafts of its owner; where removing fails too, the first error is the one that counts.
    const isGone = await deleteDraft(mailbox, draft.graphId).catch(() => false);
    if (isGone) await settled();
    throw error;
  }
}

/** Its owner may have had hold of it before it was filled: what we do not fill is as it was before that. */
function asMade(made: Message, filled: Message): ShownMail {
  const { from, sender, replyTo, folderId } = shownOf(made);
  return { ...shownOf(filled), from, sender, replyTo, folderId };
}

async function createReply(
  mailbox: Mailbox,
  earlier: { graphId: string; isReceived: boolean },
  settled: () => Promise<void>,
): Promise<Tagged> {
  const path = `/me/messages/${encodeURIComponent(earlier.graphId)}/createReply`;
  const reply = async () => (await writeClient(mailbox).api(path).post({})) as Tagged;
  try {
    return await (earlier.isReceived ? keepUnread(mailbox, earlier.graphId, reply) : reply());
  } catch (error) {
    // There is nothing to answer, so nothing was made.
    if (answerOf(error).verdict === "missing") await settled();
    throw error;
  }
}

async function fill(mailbox: Mailbox, graphId: string, message: Message, first = "*"): Promise<Message | undefined> {
  const path = `/me/messages/${encodeURIComponent(graphId)}`;
  let etag = first;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await writeClient(mailbox).api(path).header("If-Match", etag).patch(message)) as Message | undefined;
    } catch (error) {
      // Exchange is still writing to the new item: its etag went stale.
      if (answerOf(error).verdict !== "conflict" || attempt === tries) throw error;
      const fresh = (await readClient(mailbox).api(path).select("id").get()) as Tagged;
      etag = fresh["@odata.etag"] ?? "*";
    }
  }
}
