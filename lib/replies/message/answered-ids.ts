import { messageIdsIn } from "../../mail/message-ids";
import { header, type ReceivedMessage } from "./received-message";

/** Message-IDs this message answers: In-Reply-To first, then References, latest first, without doubles. */
export function answeredIds(message: Pick<ReceivedMessage, "headers">): string[] {
  return [
    ...new Set([...messageIdsIn(header(message, "in-reply-to")), ...messageIdsIn(header(message, "references")).reverse()]),
  ];
}
