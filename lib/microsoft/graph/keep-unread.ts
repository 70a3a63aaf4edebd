import type { Message } from "@microsoft/microsoft-graph-types";
import { log } from "../../log/log";
import { type Mailbox, readClient, writeClient } from "./clients";
import { answerOf } from "./graph-answer";

/**
 * Does something with a received message that Exchange takes for reading it, and leaves it as unread as it was: whoever's mailbox it is may look for what
 * they have not read. Where that fails the message stays read, and what was done stays done.
 * @throws what reading the message throws, and what `act` throws.
 */
export async function keepUnread<T>(mailbox: Mailbox, graphId: string, act: () => Promise<T>): Promise<T> {
  const path = `/me/messages/${encodeURIComponent(graphId)}`;
  const { isRead } = (await readClient(mailbox).api(path).select("isRead").get()) as Message;
  try {
    return await act();
  } finally {
    if (isRead === false)
      await writeClient(mailbox)
        .api(path)
        .patch({ isRead })
        .catch((error: unknown) => {
          const { code, status } = answerOf(error);
          log.warn({ code, status }, "a message that was answered could not be left unread");
        });
  }
}
