import { GraphError } from "@microsoft/microsoft-graph-client";
import type { MailRequest } from "../../mail/mail-request";
import { type Mailbox, readClient, writeClient } from "./clients";
import { draftOf, type GraphDraft, messageOf } from "./create-draft";

const tries = 4;

/**
 * Creates a follow-up in the thread of an earlier mail. createReply addresses a reply to one's own mail to oneself and writes a
 * prefix of its own, so recipient, subject, whole body and key are set by a second call, against the newest etag.
 * A crash between the two leaves a draft without a key: harmless, because only recorded ids are sent.
 * @throws what Graph answers; 404 means the earlier mail is gone from the mailbox.
 */
export async function createReplyDraft(
  mailbox: Mailbox,
  request: MailRequest,
  sendKey: string,
  earlierGraphId: string,
): Promise<GraphDraft> {
  const client = writeClient(mailbox);
  const made = (await client.api(`/me/messages/${encodeURIComponent(earlierGraphId)}/createReply`).post({})) as Record<
    string,
    unknown
  >;
  const draft = draftOf(made);
  const path = `/me/messages/${encodeURIComponent(draft.graphId)}`;
  let etag = String(made["@odata.etag"] ?? "*");
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.api(path).header("If-Match", etag).patch(messageOf(request, sendKey));
      return draft;
    } catch (error) {
      // Exchange is still writing to the new item: its etag went stale.
      if (!(error instanceof GraphError) || error.statusCode !== 412 || attempt === tries) throw error;
      const fresh = (await readClient(mailbox).api(path).select("id").get()) as Record<string, unknown>;
      etag = String(fresh["@odata.etag"] ?? "*");
    }
  }
}
