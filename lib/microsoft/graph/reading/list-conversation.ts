import type { Message } from "@microsoft/microsoft-graph-types";
import { messageIdOf } from "../../../mail/message-ids";
import { filterValue, type Mailbox, readClient } from "../clients";
import { isSameProperty } from "../is-same-property";
import { sendKeyProperty } from "../send-key";
import { retryBriefly } from "./retry-briefly";

/** A message of a conversation, whoever wrote it. */
export type SaidMessage = {
  graphId: string;
  internetMessageId: string | null;
  from: string | null;
  to: string;
  subject: string;
  /** Its first words. */
  line: string;
  sentAt: Date;
  /** We made it ourselves. */
  isOurs: boolean;
};

const most = 50;

/** The messages of one conversation of a mailbox, in whatever folder, drafts left out; fifty at most, in no order. @throws what Graph answers. */
export async function listConversation(mailbox: Mailbox, conversationId: string): Promise<SaidMessage[]> {
  const fields = "id,isDraft,internetMessageId,from,toRecipients,subject,bodyPreview,sentDateTime";
  const query = `$filter=conversationId eq '${filterValue(conversationId)}'&$select=${fields}&$top=${most}&$expand=singleValueExtendedProperties($filter=id eq '${sendKeyProperty}')`;
  const { value } = (await retryBriefly(readClient(mailbox).api("/me/messages")).query(query).get()) as { value?: Message[] };
  return (value ?? []).flatMap((one) => {
    const sentAt = new Date(one.sentDateTime ?? Number.NaN);
    if (!one.id || one.isDraft || Number.isNaN(sentAt.getTime())) return [];
    return [
      {
        graphId: one.id,
        internetMessageId: messageIdOf(one.internetMessageId),
        from: one.from?.emailAddress?.address ?? null,
        to: one.toRecipients?.[0]?.emailAddress?.address ?? "",
        subject: one.subject ?? "",
        line: (one.bodyPreview ?? "").slice(0, 240),
        sentAt,
        isOurs: (one.singleValueExtendedProperties ?? []).some(({ id }) => isSameProperty(id, sendKeyProperty)),
      },
    ];
  });
}
