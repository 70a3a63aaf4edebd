import { and, eq, isNull } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { mailboxMessages } from "@/db/schema/replies";
import { AssistantError } from "../../assistant/assistant-error";
import { proposeWish } from "../../assistant/propose-wish";
import { log } from "../../log/log";

/**
 * Has a model propose what an answer asks for, where its words told nothing. It never acts: a person decides. A model that is silent leaves the
 * answer as it is, as without one.
 */
export async function proposeLabel(scope: Scope, messageId: string): Promise<void> {
  const [message] = await withTeam(scope, (tx) => tx.select().from(mailboxMessages).where(eq(mailboxMessages.id, messageId)));
  if (!message?.snippet || message.wish !== null || message.wishBy !== null) return;
  try {
    const proposed = await proposeWish({ subject: message.subject ?? "", text: message.snippet });
    if (!proposed) return;
    await withTeam(scope, (tx) =>
      tx
        .update(mailboxMessages)
        .set({ wish: proposed.wish, wishSentence: proposed.sentence, wishBy: "model" })
        .where(and(eq(mailboxMessages.id, messageId), isNull(mailboxMessages.wish), isNull(mailboxMessages.wishBy))),
    );
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    if (error.temporary) throw error;
    log.warn({ team: scope.teamId, reason: error.message }, "the model proposed no label");
  }
}
