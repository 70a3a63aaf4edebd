/** What Microsoft lets a whole organisation send to others in 24 hours; each licence of Exchange Online adds less than the one before (TERRL). */
export const outsidePerDay = (licences: number) => Math.floor(500 * licences ** 0.7) + 9500;
