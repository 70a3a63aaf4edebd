/** Every mail that is about to leave is compared with each wildcard of its team, so they stay few. */
export const mostWildcards = 500;
