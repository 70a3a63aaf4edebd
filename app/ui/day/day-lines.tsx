import type { DayLane } from "@/lib/analytics/read-day";
import classes from "./day-lines.module.css";

const names = {
  sent: "Sent as signed",
  signed: "Signed, has its minute",
  "to sign": "Needs a signature",
  held: "Held",
  reply: "Reply",
} as const;

/** The day as a line a campaign and a tick a mail; the ink line is now. */
export function DayLines({ lanes, timezone, now }: { lanes: DayLane[]; timezone: string; now: Date }) {
  const sent = lanes.reduce((sum, lane) => sum + lane.sent, 0);
  const planned = lanes.reduce((sum, lane) => sum + lane.planned, 0);
  const hourOf = clockIn(timezone);
  const hours = lanes.flatMap((lane) => lane.marks.map((mark) => hourOf(mark.at)));
  const from = Math.floor(Math.min(9, hourOf(now), ...hours));
  const until = Math.ceil(Math.max(17, hourOf(now), ...hours));
  const place = (hour: number) => `${((hour - from) / (until - from)) * 100}%`;
  return (
    <section className={classes.day} aria-label="Going out today">
      <div className={classes.head}>
        <h2>Going out today</h2>
        <p>{planned === 0 ? "none yet" : `${planned} mails in ${lanes.length} campaigns, ${sent} sent`}</p>
        <ul className={classes.legend}>
          {Object.entries(names).map(([kind, name]) => (
            <li key={kind}>
              <i className={classes[kind.replace(" ", "")]} />
              {name}
            </li>
          ))}
        </ul>
      </div>
      {lanes.length === 0 && <p className={classes.none}>No campaign is running.</p>}
      {lanes.map((lane) => (
        <div key={lane.campaignId} className={classes.lane}>
          <div className={classes.name}>
            <span>{lane.name}</span>
            <small className={lane.held ? classes.heldText : undefined}>
              {lane.sent} of {lane.planned} sent{lane.held ? `, ${lane.held}` : ""}
            </small>
          </div>
          <div
            className={classes.track}
            role="img"
            aria-label={`${lane.name}: ${lane.sent} of ${lane.planned} mails of today sent`}
          >
            <b style={{ left: place(hourOf(now)) }} />
            {lane.marks.map((mark) => (
              <i
                key={`${mark.kind}${mark.at.getTime()}${mark.name}`}
                className={classes[mark.kind.replace(" ", "")]}
                style={{ left: place(hourOf(mark.at)) }}
              />
            ))}
          </div>
        </div>
      ))}
      {lanes.length > 0 && (
        <div className={classes.axis} aria-hidden>
          {Array.from({ length: until - from + 1 }, (_, index) => from + index)
            .filter((hour) => (hour - from) % Math.ceil((until - from) / 9) === 0)
            .map((hour) => (
              <span key={hour} style={{ left: place(hour) }}>
                {hour}:00
              </span>
            ))}
        </div>
      )}
    </section>
  );
}

/** Hours since midnight on the clock of a zone. */
function clockIn(timezone: string) {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, hour: "numeric", minute: "numeric", hourCycle: "h23" });
  return (at: Date) => {
    const parts = format.formatToParts(at);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    return part("hour") + part("minute") / 60;
  };
}
