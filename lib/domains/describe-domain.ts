import { toTemporal } from "../schedule/clock/to-temporal";
import { formatTime, type Reader } from "../schedule/words/format-time";
import { nextCheckAt } from "./check-if-due";
import { explainProof, sayRecord } from "./explain-proof";
import type { Proof, ProofKind } from "./proof";
import type { DomainRow } from "./read-domains";

export const proofNames: Record<ProofKind, string> = { spf: "SPF", dkim: "DKIM", dmarc: "DMARC" };

export type DomainWords = {
  /** 'warns': it fails and first mails still leave; 'waits': they wait; 'accepted': they leave all the same. */
  standing: "sound" | "warns" | "waits" | "accepted" | "unknown" | "of Microsoft";
  verdict: string;
  lead: string;
};

/** How a domain stands, in a sentence, and what comes next. */
export function describeDomain(row: DomainRow, reader: Reader): DomainWords {
  const { domain, proofs, checkedAt, failingSince, waitsFrom, accepted } = row;
  if (row.isOfMicrosoft)
    return {
      standing: "of Microsoft",
      verdict: `${domain} is Microsoft’s own`,
      lead: "Microsoft proves its mail, and lets 100 mails a day leave from all such addresses together. A domain of your own has no such limit.",
    };
  if (!checkedAt)
    return {
      standing: "unknown",
      verdict: `${domain} was not looked up yet`,
      lead: "That is done within five minutes. Nothing waits for it.",
    };
  const at = (instant: Date) => formatTime(toTemporal(instant), reader);
  const checked = `Looked up ${at(checkedAt)}, again ${at(nextCheckAt(checkedAt, proofs))} at the latest.`;
  if (!failingSince) {
    const silent = proofs.filter(({ state }) => state === "unknown");
    if (silent.length === 0) return { standing: "sound", verdict: `${domain} proves its mail`, lead: checked };
    return {
      standing: "unknown",
      verdict: `Of ${domain} ${nameAll(silent)} could not be told`,
      lead: `Nothing waits for it. ${checked}`,
    };
  }
  const failing = proofs.filter(({ state }) => state === "failing");
  const fails = failing.length > 0 ? `fails ${nameAll(failing)}` : "failed and does not answer";
  const since = `${domain} ${fails} since ${at(failingSince)}`;
  if (accepted)
    return {
      standing: "accepted",
      verdict: `${since}: first mails leave all the same`,
      lead: `${accepted.by ?? "Somebody"} decided so ${at(accepted.at)}: “${accepted.reason}”. It holds until the domain is sound again. ${checked}`,
    };
  const isWaiting = waitsFrom !== null && waitsFrom.getTime() <= reader.now.epochMilliseconds;
  return isWaiting
    ? {
        standing: "waits",
        verdict: `${since}: first mails wait`,
        lead: `Follow-ups go on. Once it is mended, mail goes on by itself. ${checked}`,
      }
    : {
        standing: "warns",
        verdict: `${since}: first mails wait from ${waitsFrom ? at(waitsFrom) : "then"}`,
        lead: `Until then everything leaves. Once it is mended, nothing waits. ${checked}`,
      };
}

/** Lines that whoever keeps a domain's zone understands without Countersign; for a domain that fails. */
export function writeDnsRequest({ domain, proofs, failingSince }: DomainRow, reader: Reader): string[] {
  const failing = proofs.filter(({ state }) => state === "failing");
  const since = failingSince
    ? ` since ${failingSince.toISOString().slice(0, 16).replace("T", " ")} UTC (${formatTime(toTemporal(failingSince), reader)})`
    : "";
  const explained = failing.map((proof) => ({ name: proofNames[proof.kind], ...explainProof(proof) }));
  const records = failing.flatMap(({ records }) => records.map(sayRecord));
  return [
    `${domain} fails ${nameAll(failing)}${since}. ${explained.map(({ name, wrong }) => `${name}: ${wrong}`).join(" ")}`,
    [...explained.map(({ name, act }) => `${name}: ${act}`), ...records].join("\n"),
    `It is looked up every 15 minutes, and mail goes on by itself.${
      failing.some(({ kind }) => kind === "dkim")
        ? ` What the aliases must lead to: Get-DkimSigningConfig -Identity ${domain} | Format-List Selector1CNAME,Selector2CNAME (Exchange Online PowerShell).`
        : ""
    }`,
  ];
}

function nameAll(proofs: Proof[]): string {
  const names = proofs.map(({ kind }) => proofNames[kind]);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
