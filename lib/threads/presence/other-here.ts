/** Somebody else who has the same thread open. `secondsAgo`: since their last key where they type, else since they were last seen. */
export type OtherHere = { memberId: string; name: string; typing: boolean; secondsAgo: number };

/** A page says every five seconds that it is there; three times missed, and nobody is. */
export const hereSeconds = 15;
/** Whoever paused longer than this over an answer reads. */
export const typingSeconds = 10;
