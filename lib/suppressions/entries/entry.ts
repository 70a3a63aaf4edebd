/** Whom an entry of the list names: one address, all of exactly one domain, or whatever fits a wildcard. Lower case. */
export type Entry = { emailNorm: string } | { domain: string } | { wildcard: string };
