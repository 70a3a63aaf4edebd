/**
 * What the name servers say. 'none': the name or the record does not exist; 'silent': nobody answered, or refused to, which says
 * nothing of the domain (`code` of node:dns, such as ETIMEOUT); 'loop': aliases that lead back to themselves.
 */
export type TextAnswer =
  | { kind: "texts"; texts: string[] }
  | { kind: "none" }
  | { kind: "loop"; chain: string[] }
  | { kind: "silent"; code: string };
/** Where aliases lead: every name on the way, the first target first; empty where the name is none. */
export type AliasAnswer = { kind: "end"; chain: string[] } | { kind: "loop"; chain: string[] } | { kind: "silent"; code: string };

/** The two questions a domain is asked. Names are ASCII (punycode). Neither throws. */
export type Dns = {
  /** The TXT records of a name, each with its strings joined (RFC 7208 3.3, RFC 7489 6.1), aliases followed. */
  texts: (name: string) => Promise<TextAnswer>;
  /** The aliases (CNAME) of a name, followed to their end. */
  aliases: (name: string) => Promise<AliasAnswer>;
};
