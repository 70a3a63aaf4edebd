import type { ProofState } from "@/db/schema/words";

/** The three proofs of a domain, in the order in which they are shown. */
export const proofKinds = ["spf", "dkim", "dmarc"] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What can be wrong, and why nothing is known; each is explained in explain-proof.ts. */
export const faultCodes = [
  "spf_missing",
  "spf_several",
  "spf_without_microsoft",
  "spf_too_many",
  "spf_open",
  "spf_broken",
  "spf_each_mail",
  "dkim_missing",
  "dkim_no_key",
  "dkim_revoked",
  "dkim_elsewhere",
  "dkim_loop",
  "dmarc_missing",
  "dmarc_several",
  "dmarc_policy",
  "dmarc_loop",
  "no_answer",
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** A record as a name server's page asks for it. */
export type DnsRecord = { host: string; type: "TXT" | "CNAME"; value: string };

/** One proof as last looked up; kept in domain_checks.proofs as a list of three. */
export type Proof = {
  kind: ProofKind;
  state: ProofState;
  /** What is wrong, or why nothing is known; null where it is sound. */
  code: FaultCode | null;
  /** The records that were found, each cut at 500 characters. */
  found: string[];
  /** What the code is about: a name, a term, a number, the resolver's code. Null where it says enough. */
  about: string | null;
  /** It is unknown, and failed when it last answered: it counts as failing until it answers again. */
  failedBefore?: true;
  /** What to put into the domain's zone, made of what is there; empty where nothing is to be changed. */
  records: DnsRecord[];
};

const longest = 500;

export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
