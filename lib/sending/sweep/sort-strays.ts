import type { ListedDraft } from "../../microsoft/graph/drafts/list-drafts";

/** An attempt to make a draft that left no record of its end. */
export type StrayAttempt = {
  id: string;
  begunAt: Date;
  /** The mailbox's own address, and the contact's; in lower case. */
  own: string;
  recipient: string;
  /** In which the contact was mailed from this mailbox, or wrote what is answered. */
  conversations: string[];
};

/** The call of an attempt ends within a minute. Two clocks are never this far apart. */
const callMs = 60_000;
const skewMs = 120_000;
/** So long Exchange itself writes to an item that it has just made. */
const settlesMs = 10_000;

/**
 * Which drafts without a key can be answers that our attempts made: in a conversation of the attempt, of its time, not touched since, and
 * addressed as createReply addresses them, to the mailbox itself or to whom the mail before went. Pure.
 * @returns them by conversation, with how many we can have made there; their text is not looked at. `unlike`: how many others were made
 * in the same conversation at the same time.
 */
export function sortStrays(listed: ListedDraft[], attempts: StrayAttempt[]) {
  const likely = new Map<string, { drafts: ListedDraft[]; most: number }>();
  let unlike = 0;
  for (const draft of listed) {
    const { conversationId } = draft;
    if (draft.sendKey !== null || conversationId === null) continue;
    const inThread = attempts.filter(({ conversations }) => conversations.includes(conversationId));
    const near = inThread.filter((attempt) => isOfItsTime(draft, attempt));
    if (near.length === 0) continue;
    if (!near.some((attempt) => isAsMade(draft, attempt))) {
      unlike += 1;
      continue;
    }
    const group = likely.get(conversationId) ?? { drafts: [], most: inThread.length };
    likely.set(conversationId, { ...group, drafts: [...group.drafts, draft] });
  }
  return { likely: [...likely.values()], unlike };
}

function isOfItsTime({ createdAt }: ListedDraft, { begunAt }: StrayAttempt): boolean {
  const after = createdAt.getTime() - begunAt.getTime();
  return after >= -skewMs && after <= callMs + skewMs;
}

function isAsMade({ createdAt, modifiedAt, to, hasMore }: ListedDraft, { own, recipient }: StrayAttempt): boolean {
  if (hasMore || modifiedAt.getTime() - createdAt.getTime() > settlesMs) return false;
  return to.length === 1 && (to[0] === own || to[0] === recipient);
}
