/**
 * A sent copy is compared within this time after it was seen; an older one never is, so that a team that upgrades, or whose mailbox was
 * shut for days, does not have thousands of old copies read at once.
 */
export const comparedWithinHours = 24;

/** Minutes after the copy was seen at which it is read, each time that it could not be read before. After the last it is not compared. */
export const readBackAfterMinutes = [0, 1, 5, 30, 120];
