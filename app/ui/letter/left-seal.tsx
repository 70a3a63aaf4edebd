import Link from "next/link";
import { Rosette } from "../seal/rosette";
import { sayClockToTheSecond, sayDay } from "../words/clock";
import classes from "./left-seal.module.css";

type Props = {
  /** `at` is an ISO text; `otherwise`: what left is not what was signed. */
  seal: { hash: string; name: string; at: string; byLaunch?: boolean; otherwise: boolean };
  /** Where it is shown in what it differs. */
  draftId: string | null;
  timezone: string;
};

/** The signature beside a letter that left, drawn from its hash; red where what left is not what was signed. */
export function LeftSeal({ seal: { hash, name, at, byLaunch, otherwise }, draftId, timezone }: Props) {
  const signed = new Date(at);
  return (
    <div className={otherwise ? `${classes.seal} ${classes.otherwise}` : classes.seal}>
      <Rosette hash={hash} className={classes.rosette} weight={1.1} small />
      <p className={classes.word}>{otherwise ? "Left otherwise than signed" : "Left as signed"}</p>
      <p className={classes.name}>{name}</p>
      <p className={classes.when}>
        <time dateTime={at}>
          {sayDay(signed, signed, timezone)}, {sayClockToTheSecond(signed, timezone)}
        </time>
      </p>
      {byLaunch && <p className={classes.when}>by launching</p>}
      {otherwise && draftId && (
        <Link href={`/review/${draftId}`} prefetch={false} className={classes.evidence}>
          See in what it differs
        </Link>
      )}
      <details className={classes.hash}>
        <summary>What was signed</summary>
        <code>{hash}</code>
      </details>
    </div>
  );
}
