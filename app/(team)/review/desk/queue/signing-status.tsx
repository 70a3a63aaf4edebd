import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import { stopSigning } from "../acts/stop-signing";
import { takeBackJob } from "../acts/take-back";
import classes from "../desk.module.css";
import type { Desk } from "../use-desk";
import { sayProgress, sayRest, saySigned } from "./signing-words";

type Props = { signing: Signing; desk: Desk; maySign: boolean };

/** Whether a signature of it holds whose mail has not left. */
export const mayTakeBack = ({ holding, left }: Signing) => holding > left;

/** How far an order to sign all is, for everybody who looks; and what one's own came to. */
export function SigningStatus({ signing, desk, maySign }: Props) {
  const running = signing.state === "running";
  return (
    <div role="status" className={classes.progress}>
      <span>
        {!running
          ? `${saySigned(signing)} signed, ${sayRest(signing)}`
          : signing.mine
            ? `${sayProgress(signing)}, safe to leave`
            : `${signing.by} signs: ${sayProgress(signing)}`}
      </span>
      {maySign && (running || mayTakeBack(signing)) && (
        <button type="button" onClick={() => void (running ? stopSigning : takeBackJob)(desk, signing.id)}>
          {running ? "Stop" : "Take all back"}
        </button>
      )}
      {running && <progress value={signing.signed} max={Math.max(1, signing.of)} aria-label="Drafts signed" />}
    </div>
  );
}
