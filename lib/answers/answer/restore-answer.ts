import { eq } from "drizzle-orm";
import { type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { letters } from "@/db/schema/letters";
import { replyThreads } from "@/db/schema/threads";
import type { Member } from "../../auth/member";
import { AppError } from "../../errors/app-error";
import { restoreInside } from "../../letters/restore-letter";
import type { AnswerView } from "../thread-view";
import { findOwn, lockOwn } from "./find-own";
import { lockAnswer } from "./lock-answer";
import { viewAnswer } from "./view-answer";

/**
 * Brings a discarded answer back as it was; one that is not discarded stays as it is.
 * @throws AppError "not_found", "blocked" where they were archived meanwhile, "conflict" where its writer has begun another in the thread meanwhile.
 */
export function restoreAnswer(member: Member, letterId: string, now: Date): Promise<AnswerView> {
  return withTeam(member, async (tx) => {
    const [discarded] = await tx.select().from(letters).where(eq(letters.id, letterId));
    if (!discarded?.threadId) throw new AppError("not_found");
    await lockOwn(tx, discarded.writtenBy, discarded.threadId);
    await refuseArchived(tx, discarded.threadId);
    const another = await findOwn(tx, discarded.writtenBy, discarded.threadId, "draft");
    if (another && another.id !== letterId)
      throw new AppError(
        "conflict",
        "Another answer was begun in this thread meanwhile. Discard that one first; this one is kept.",
      );
    return viewAnswer(tx, member, await restoreInside(tx, await lockAnswer(tx, letterId), now), now);
  });
}

async function refuseArchived(tx: TeamTransaction, threadId: string): Promise<void> {
  const [person] = await tx
    .select({ name: contacts.name, email: contacts.email, archivedAt: contacts.archivedAt })
    .from(replyThreads)
    .innerJoin(contacts, eq(contacts.id, replyThreads.contactId))
    .where(eq(replyThreads.id, threadId));
  if (person?.archivedAt)
    throw new AppError(
      "blocked",
      `${person.name ?? person.email} is archived. Bring them back under Contacts; this answer is kept.`,
    );
}
