import { proofNames } from "@/lib/domains/describe-domain";
import { explainProof } from "@/lib/domains/explain-proof";
import type { Proof } from "@/lib/domains/proof";
import { CopyText } from "../../copy-text";
import classes from "./domains.module.css";
import { ProofSign } from "./proof-sign";

/** One proof: how it stands, what was found, what it means, and the records that mend it. */
export function ProofRow({ proof }: { proof: Proof }) {
  const { wrong, act, means, isToCompare } = explainProof(proof);
  return (
    <li data-state={proof.state}>
      <ProofSign state={proof.state} />
      <span className={classes.name}>{proofNames[proof.kind]}</span>
      <div className={classes.says}>
        {wrong && (
          <p>
            <strong>{wrong}</strong> {act}
          </p>
        )}
        <p>{means}</p>
        {proof.found.length > 0 && (
          <p className={classes.found}>
            <span>{proof.state === "failing" ? "Found now" : "Found"}</span>
            {proof.found.map((record) => (
              <code key={record}>{record}</code>
            ))}
          </p>
        )}
        {proof.records.map(({ host, type, value }) => (
          <div key={host} className={classes.record}>
            <dl>
              <dt>Host</dt>
              <dd>{host}</dd>
              <dt>Type</dt>
              <dd>{type}</dd>
              <dt>Value</dt>
              <dd>{value}</dd>
            </dl>
            <CopyText text={value} label="Copy" isSmall />
          </div>
        ))}
        {isToCompare && (
          <p>
            Domains added since May 2025 have a target ending in dkim.mail.microsoft. Compare with what Microsoft Defender shows
            under Email authentication settings, DKIM.
          </p>
        )}
      </div>
    </li>
  );
}
