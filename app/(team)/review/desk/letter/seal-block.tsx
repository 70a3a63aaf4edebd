import { Rosette } from "@/app/ui/seal/rosette";
import type { Seal } from "@/lib/drafts/review/read-seal";
import classes from "./seal-block.module.css";

type Props = {
  seal: Seal;
  /** Another mail than the signed one has left. */
  otherwise?: boolean;
};

/** The signature under a letter: drawn from its hash, cut when it holds no longer, red when what left is not what was signed. */
export function SealBlock({ seal, otherwise = false }: Props) {
  const look = seal.void ? classes.void : otherwise ? `${classes.seal} ${classes.otherwise}` : classes.seal;
  return (
    <div className={look}>
      <div className={classes.picture}>
        <Rosette hash={seal.hash} className={classes.rosette} weight={1.4} small />
        {seal.void && (
          <svg viewBox="0 0 100 100" className={classes.cut} aria-hidden="true">
            <line x1="2" y1="72" x2="98" y2="28" />
          </svg>
        )}
      </div>
      <div>
        <p className={classes.word}>
          {seal.void ? "Signature void" : otherwise ? "Signed, but not what left" : "Signed as it leaves"}
        </p>
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
