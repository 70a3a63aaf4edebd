import type { DnsRecord, FaultCode, Proof, ProofKind } from "./proof";

/** What a proof is for, in one sentence each. */
const meanings: Record<ProofKind, { sound: string; failing: string; unknown: string }> = {
  spf: {
    sound: "Receivers see that Microsoft 365 may send for this domain.",
    failing: "To receivers this domain’s mail comes from where it should not, so it goes to Junk or is refused.",
    unknown: "Nothing is held because of it.",
  },
  dkim: {
    sound: "Receivers can check Microsoft’s signature under each mail.",
    failing: "Receivers cannot check the signature, so a mail that is passed on counts as forged.",
    unknown: "Nothing is held because of it.",
  },
  dmarc: {
    sound: "Receivers know what to do with mail that others send in this domain’s name.",
    failing: "Gmail, Yahoo and Outlook.com refuse many mails of a domain without it, or put them into Junk.",
    unknown: "Nothing is held because of it.",
  },
};

const faults: Record<FaultCode, (about: string) => { wrong: string; act: string }> = {
  spf_missing: () => ({ wrong: "There is no SPF record.", act: "Add it at the domain itself." }),
  spf_several: (count) => ({
    wrong: `There are ${count} SPF records; with more than one, none counts.`,
    act: "Leave one, with all that the others name.",
  }),
  spf_without_microsoft: () => ({
    wrong: "The SPF record does not name Microsoft 365.",
    act: "Put Microsoft’s include into the record that is there.",
  }),
  spf_too_many: (count) => ({
    wrong: `Receivers stop after 10 look-ups, and Microsoft’s include comes after ${count}.`,
    act: "Move Microsoft’s include to the front, and take out what no longer sends.",
  }),
  spf_open: (term) => ({
    wrong: term ? `“${term}” lets everybody send in this domain’s name.` : "The SPF record does not say what happens to others.",
    act: "End the record with “~all” or “-all”.",
  }),
  spf_broken: (term) => ({
    wrong: `Receivers cannot read “${term}”, and then take nothing of the record.`,
    act: "Correct that term or take it out.",
  }),
  spf_each_mail: (term) => ({
    wrong: `“${term}” is decided for each mail anew, so it cannot be judged here.`,
    act: "Whoever runs that service says whether Microsoft 365 is in it.",
  }),
  dkim_missing: () => ({
    wrong: "Neither selector1 nor selector2 is there.",
    act: "Add both, then switch on signing for this domain in Microsoft Defender, under Email authentication settings. One is enough to pass; Microsoft changes over to the other when it renews the key.",
  }),
  dkim_no_key: (target) => ({
    wrong: `The record leads to ${target}, where there is no key yet.`,
    act: "Switch on signing for this domain in Microsoft Defender, under Email authentication settings. If it is on, compare the record’s target with the one shown there.",
  }),
  dkim_revoked: (name) => ({
    wrong: `The key at ${name} was withdrawn.`,
    act: "Replace it by the alias to Microsoft’s key.",
  }),
  dkim_elsewhere: (path) => ({
    wrong: `${path} is not Microsoft’s, so its signature is checked against another’s key.`,
    act: "Let both selectors lead to Microsoft.",
  }),
  dkim_loop: (path) => ({ wrong: `The aliases lead in a circle: ${path}.`, act: "Let both selectors lead to Microsoft." }),
  dmarc_missing: () => ({
    wrong: "There is no DMARC record.",
    act: "Add one. It may begin with “p=none”, which turns nothing away.",
  }),
  dmarc_several: (count) => ({
    wrong: `There are ${count} DMARC records; with more than one, none counts.`,
    act: "Leave one.",
  }),
  dmarc_policy: (tag) => ({
    wrong: `Its “${tag}=” is missing or is neither none, quarantine nor reject.`,
    act: "Give it one of the three.",
  }),
  dmarc_loop: (path) => ({ wrong: `The aliases lead in a circle: ${path}.`, act: "Put the record there itself." }),
  no_answer: (code) => ({ wrong: `The name servers gave no answer (${code}).`, act: "It is asked again by itself." }),
};

export type Explained = {
  /** What is wrong and what to do; null where it is sound. */
  wrong: string | null;
  act: string | null;
  /** What it means for mail. */
  means: string;
  /** Whether a record's value must be read off Microsoft's page before it is used. */
  isToCompare: boolean;
};

/** One proof in words. */
export function explainProof(proof: Proof): Explained {
  const said = proof.code && faults[proof.code](proof.about ?? "");
  return {
    wrong: said?.wrong ?? null,
    act: said?.act ?? null,
    means: proof.failedBefore
      ? "It failed when it last answered, and counts as failing until it answers again."
      : meanings[proof.kind][proof.state],
    isToCompare: proof.records.some(({ type }) => type === "CNAME"),
  };
}

/** A record in one line, as a name server's page or a mail to its administrator shows it. */
export function sayRecord({ host, type, value }: DnsRecord): string {
  return `${host}  ${type}  ${value}`;
}
