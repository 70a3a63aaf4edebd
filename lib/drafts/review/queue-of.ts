/** What the queue is narrowed to: the campaign of an id, what was written by hand, or nothing. */
export type QueueOf = string | null;

/** In place of a campaign's id: mails without one. */
export const byHand = "hand";
