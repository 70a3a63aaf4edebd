import type { DayLane } from "@/lib/analytics/read-day";
import classes from "./day-hours.module.css";
import { countBins, type DayScale, mailKinds } from "./day-scale";

const classOf = { sent: "sent", signed: "signed", "to sign": "tosign", held: "held" } as const;
const names = { sent: "Sent", signed: "Signed", "to sign": "To sign", held: "Held" } as const;

/** The day by the hour, all campaigns together: for a phone, where ticks are too fine. */
export function DayHours({ lanes, scale, now }: { lanes: DayLane[]; scale: DayScale; now: Date }) {
  const bins = countBins(
    lanes.flatMap((lane) => lane.marks),
    scale,
    1,
  );
  const most = Math.max(1, ...bins.map((bin) => bin.total));
  const hours = Array.from({ length: scale.until - scale.from }, (_, index) => scale.from + index);
  const here = Math.floor(scale.hourOf(now));
  return (
    <div className={classes.hours}>
      <ol>
        {hours.map((hour) => {
          const bin = bins.find((one) => one.hour === hour);
          return (
            <li key={hour} aria-label={`${hour}:00: ${bin ? said(bin.counts) : "none"}`}>
              <span className={classes.stack} aria-hidden>
                {mailKinds.map(
                  (kind) =>
                    (bin?.counts[kind] ?? 0) > 0 && (
                      <i
                        key={kind}
                        className={classes[classOf[kind]]}
                        style={{ height: `${((bin?.counts[kind] ?? 0) / most) * 100}%` }}
                      />
                    ),
                )}
              </span>
              <b aria-hidden className={hour === here ? classes.here : undefined}>
                {hours.length > 12 && hour % 2 === 1 ? "" : hour}
              </b>
            </li>
          );
        })}
      </ol>
      <ul aria-hidden>
        {mailKinds.map((kind) => (
          <li key={kind}>
            <i className={classes[classOf[kind]]} />
            {names[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function said(counts: Record<keyof typeof names, number>): string {
  return mailKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${names[kind].toLowerCase()}`)
    .join(", ");
}
