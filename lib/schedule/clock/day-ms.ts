/** Milliseconds of a calendar day on the wall clock. By itself: pages count with it, and the clock of zones would come along with 25 KB. */
export const DAY_MS = 86_400_000;
