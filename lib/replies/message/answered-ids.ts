import { header, type ReceivedMessage } from "./received-message";

/** Message-IDs this message answers: In-Reply-To first, then References, latest first, without doubles. */
export function answeredIds(message: Pick<ReceivedMessage, "headers">): string[] {
  const ids = (text: string | undefined) => text?.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set([...ids(header(message, "in-reply-to")), ...ids(header(message, "references")).reverse()])];
}
