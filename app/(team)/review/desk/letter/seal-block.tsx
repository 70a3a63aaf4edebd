import { Rosette } from "@/app/ui/seal/rosette";
import type { Seal } from "@/lib/drafts/review/read-seal";
import classes from "./seal-block.module.css";

/** The signature under a letter: drawn from its hash, or cut when it holds no longer. */
export function SealBlock({ seal }: { seal: Seal }) {
  return (
    <div className={seal.void ? classes.void : classes.seal}>
      <div className={classes.picture}>
        <Rosette hash={seal.hash} className={classes.rosette} weight={1.4} small />
        {seal.void && (
          <svg viewBox="0 0 100 100" className={classes.cut} aria-hidden="true">
            <line x1="2" y1="72" x2="98" y2="28" />
          </svg>
        )}
      </div>
      <div>
        <p className={classes.word}>{seal.void ? "Signature void" : "Signed as it leaves"}</p>
        <p className={classes.name}>{seal.by}</p>
        <p className={classes.when}>{seal.void ? `Signed ${seal.void.signedAt}. ${seal.void.cause}` : seal.at}</p>
        <details className={classes.hash}>
          <summary>What was signed</summary>
          <code>{seal.hash}</code>
          <span>SHA-256 over exactly the request that is handed to Exchange.</span>
        </details>
      </div>
    </div>
  );
}
