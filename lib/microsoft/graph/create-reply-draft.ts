import type { Message } from "@microsoft/microsoft-graph-types";
import type { MailRequest } from "../../mail/mail-request";
import { type Mailbox, readClient, writeClient } from "./clients";
import { draftOf, type MadeDraft, messageOf } from "./create-draft";
import { deleteDraft } from "./delete-draft";
import { answerOf } from "./graph-answer";
import { shownOf } from "./shown-of";

type Tagged = Message & { "@odata.etag"?: string };

const tries = 4;

/**
 * Creates a follow-up in the thread of an earlier mail. createReply addresses a reply to one's own mail to oneself and writes a
 * prefix of its own, so recipient, subject, whole body and key are set by a second call, against the newest etag.
 * A crash between the two leaves a draft without a key: harmless, because only recorded ids are sent.
 * @param earlierGraphId of the earlier mail's sent item.
 * @throws what Graph answers; missing means that the earlier mail is not under this id.
 */
export async function createReplyDraft(
  mailbox: Mailbox,
  request: MailRequest,
  sendKey: string,
  earlierGraphId: string,
): Promise<MadeDraft> {
  const reply = `/me/messages/${encodeURIComponent(earlierGraphId)}/createReply`;
  const made = (await writeClient(mailbox).api(reply).post({})) as Tagged;
  const draft = draftOf(made);
  try {
    const filled = await fill(mailbox, draft.graphId, messageOf(request, sendKey), made["@odata.etag"]);
    return { ...draft, shown: filled?.body ? shownOf(filled) : null };
  } catch (error) {
    // Addressed to oneself, it would lie among the drafts of its owner; where removing fails too, the first error is the one that counts.
    await deleteDraft(mailbox, draft.graphId).catch(() => {});
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
