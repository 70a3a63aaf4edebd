import { describeDomain, writeDnsRequest } from "@/lib/domains/describe-domain";
import type { DomainRow } from "@/lib/domains/read-domains";
import type { Reader } from "@/lib/schedule/words/format-time";
import { CopyText } from "../copy-text";
import { AcceptDomain } from "./domains/accept-domain";
import { CheckAgain } from "./domains/check-again";
import classes from "./domains/domains.module.css";
import { ProofRow } from "./domains/proof-row";

type Props = { domains: DomainRow[]; reader: Reader; manages: boolean };

/** How the domain of each mailbox proves its mail, what is wrong and the records that mend it. */
export function DomainsSection({ domains, reader, manages }: Props) {
  return (
    <section id="domains" className={classes.section} aria-labelledby="domains-head">
      <h2 id="domains-head">Domains</h2>
      <p className={classes.about}>
        Receivers believe a mail whose domain proves it, by SPF, DKIM and DMARC. Where one is missing for three days, first mails
        wait; follow-ups go on.
      </p>
      {domains.length === 0 && <p className={classes.empty}>No mailbox is connected yet. Its domain is looked up once one is.</p>}
      {domains.map((row) => (
        <Domain key={row.domain} row={row} reader={reader} manages={manages} />
      ))}
    </section>
  );
}

function Domain({ row, reader, manages }: { row: DomainRow; reader: Reader; manages: boolean }) {
  const { standing, verdict, lead } = describeDomain(row, reader);
  const isFailing = ["warns", "waits"].includes(standing);
  // What failed may not answer now; what to copy is then known again with the next answer.
  const isKnown = row.proofs.some(({ state }) => state === "failing");
  return (
    <article className={classes.card} data-standing={standing} aria-label={row.domain}>
      <div className={classes.head}>
        <div>
          <h3>{verdict}</h3>
          <p>{lead}</p>
        </div>
        <div className={classes.acts}>
          {isFailing && isKnown && <CopyText text={writeDnsRequest(row, reader).join("\n")} label="Copy for the admin" isMain />}
          {manages && standing !== "of Microsoft" && <CheckAgain domain={row.domain} />}
        </div>
      </div>
      {row.proofs.length > 0 && (
        <ul className={classes.proofs}>
          {row.proofs.map((proof) => (
            <ProofRow key={proof.kind} proof={proof} />
          ))}
        </ul>
      )}
      {isFailing && (
        <p className={classes.foot}>
          Whoever keeps the zone of {row.domain} can do this: your IT, or the company you rent the domain from.
          {manages && row.failingSince && <AcceptDomain domain={row.domain} failingSince={row.failingSince.toISOString()} />}
        </p>
      )}
    </article>
  );
}
