import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime, type Reader } from "@/lib/schedule/words/format-time";
import type { Limit } from "@/lib/sending/health/read-limits";
import classes from "./limit-bar.module.css";

type Props = {
  limit: Limit;
  says: string;
  about: string;
  /** So many of it are not for our mail: the hatched end. */
  kept?: number;
  reader: Reader;
};

/** How much of a limit of 24 hours is used, and when it runs out or is free again. */
export function LimitBar({ limit: { used, most, fullAt, freeFrom }, says, about, kept = 0, reader }: Props) {
  const room = most - kept;
  const isNear = used >= room * 0.8;
  return (
    <div className={classes.limit} data-near={isNear || undefined}>
      <p>
        <span>
          <strong>{used.toLocaleString("en")}</strong> of {most.toLocaleString("en")}
        </span>
        <span>{says}</span>
      </p>
      <div className={classes.track} data-ours={kept > 0 || undefined} aria-hidden="true">
        <i style={{ width: `${Math.max(used > 0 ? 1 : 0, Math.min(100, most > 0 ? (100 * used) / most : 100))}%` }} />
        {kept > 0 && <b style={{ width: `${(100 * kept) / most}%` }} />}
      </div>
      <p className={classes.about}>{about}</p>
      {used >= room
        ? most > 0 &&
          fullAt && (
            <p className={classes.pace}>
              Used up:{" "}
              {freeFrom ? `the next may leave ${formatTime(toTemporal(freeFrom), reader)}` : "nothing more leaves for now"}
            </p>
          )
        : fullAt && <p className={classes.pace}>At this pace it runs out about {formatTime(toTemporal(fullAt), reader)}</p>}
    </div>
  );
}
