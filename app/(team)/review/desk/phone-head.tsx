import { IconList } from "@tabler/icons-react";
import { loadDrawer } from "@/app/ui/loading/later-drawer";
import { near } from "@/app/ui/loading/near";
import classes from "./desk.module.css";

type Props = { signed: number; waiting: number; onQueue: () => void; onFacts: (() => void) | null; status: React.ReactNode };

/** Above the letter where the queue has no room beside it: how far one is, and what lies behind two buttons. */
export function PhoneHead({ signed, waiting, onQueue, onFacts, status }: Props) {
  return (
    <>
      <div className={classes.phoneHead}>
        <button type="button" {...near(loadDrawer)} onClick={onQueue} aria-label="Show the queue">
          <IconList size={20} stroke={1.7} />
        </button>
        <span>
          {signed} signed, {waiting} to go
        </span>
        <button type="button" {...near(loadDrawer)} onClick={() => onFacts?.()} disabled={!onFacts}>
          Details
        </button>
      </div>
      <div className={classes.phoneBar} aria-hidden>
        <div style={{ width: `${(100 * signed) / Math.max(1, signed + waiting)}%` }} />
      </div>
      {status && <div className={classes.phoneStatus}>{status}</div>}
    </>
  );
}
