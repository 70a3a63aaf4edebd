/** For what was only read and got no answer. */
export const noAnswer = "Countersign does not answer. Try again in a minute.";

/** For an act whose answer was lost: first that it is not known, then what is so. */
export const looking = "Countersign did not answer. Whether this was done is not known yet: looking …";
export const wasDone = "It was done.";
export const wasNotDone = "It was not done: nothing was changed. Try again.";
export const mayBeDone = "It may have been done: what you see now is what is so.";

export const newerHere = "A newer Countersign is here, so this was not done. Reload; what you typed is kept.";
export const signedOut = "You were signed out. Sign in; your text is kept.";
