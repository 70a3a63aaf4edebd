import Link from "next/link";
import { describeDomain, proofNames } from "@/lib/domains/describe-domain";
import { explainProof } from "@/lib/domains/explain-proof";
import type { DomainRow } from "@/lib/domains/read-domains";
import type { Reader } from "@/lib/schedule/words/format-time";
import { ProofSign } from "../../rules/domains/proof-sign";
import classes from "./standing.module.css";

/** Whether a domain proves its mail, a line for each proof; the records that mend one stand under the sending rules. */
export function DomainStanding({ row, reader }: { row: DomainRow; reader: Reader }) {
  const { verdict, lead } = describeDomain(row, reader);
  return (
    <section className={classes.block} aria-label={row.domain}>
      <h2>{verdict}</h2>
      <div className={classes.card}>
        {row.proofs.length > 0 && (
          <ul className={classes.proofs}>
            {row.proofs.map((proof) => {
              const { wrong, means } = explainProof(proof);
              return (
                <li key={proof.kind} data-state={proof.state}>
                  <ProofSign state={proof.state} />
                  <strong>{proofNames[proof.kind]}</strong>
                  <span>
                    {wrong ?? means}
                    {proof.records.length > 0 && (
                      <>
                        {" "}
                        <Link href="/settings/rules#domains">Show the record</Link>
                      </>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        <p className={classes.foot}>{lead}</p>
      </div>
    </section>
  );
}
