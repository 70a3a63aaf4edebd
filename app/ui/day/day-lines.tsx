import Link from "next/link";
import look from "@/app/ui/look/look.module.css";
import { sayClock } from "@/app/ui/words/clock";
import type { DayLane } from "@/lib/analytics/read-day";
import { DayHours } from "./day-hours";
import classes from "./day-lines.module.css";
import { countBins, type DayScale, dayScale, mailKinds, namedHours, sayHour } from "./day-scale";
import { sayDay, sayHeld, sayLane } from "./say-day";

const names = {
  sent: "Sent as signed",
  signed: "Signed, has its minute",
  "to sign": "Needs a signature",
  held: "Held",
  reply: "Reply",
} as const;
const classOf = { sent: "sent", signed: "signed", "to sign": "tosign", held: "held", reply: "reply" } as const;
/** Above this, ticks run into each other and bars by the quarter of an hour say more. */
const mostTicks = 200;

type Props = { lanes: DayLane[]; timezone: string; now: Date };

/** The day as a line a campaign, one for mails by hand, and a tick a mail; the ink line is now. On a phone: all campaigns by the hour. */
export function DayLines({ lanes, timezone, now }: Props) {
  const sum = (of: "sent" | "planned") => lanes.reduce((total, lane) => total + lane[of], 0);
  const scale = dayScale(lanes, timezone, now);
  return (
    <section className={classes.day} aria-label="Going out today">
      <div className={classes.head}>
        <h2 className={look.heading}>Going out today</h2>
        <p className={classes.wide}>{sayDay(lanes, timezone)}</p>
        <p className={classes.narrow}>
          {sum("planned") === 0
            ? sayHeld(lanes) || "none yet"
            : [`${sum("sent").toLocaleString("en")} of ${sum("planned").toLocaleString("en")} sent`, sayHeld(lanes)]
                .filter(Boolean)
                .join(", ")}
        </p>
        {lanes.length > 0 && (
          <ul className={classes.legend} aria-hidden>
            {(Object.keys(names) as (keyof typeof names)[]).map((kind) => (
              <li key={kind}>
                <i className={classes[classOf[kind]]} />
                {names[kind]}
              </li>
            ))}
          </ul>
        )}
      </div>
      {lanes.length === 0 ? (
        <p className={classes.none}>No campaign is running.</p>
      ) : (
        <>
          <DayHours lanes={lanes} scale={scale} now={now} />
          <div className={classes.lines}>
            <Axis scale={scale} timezone={timezone} now={now} />
            {lanes.map((lane) => (
              <Lane key={lane.campaignId ?? "hand"} lane={lane} scale={scale} />
            ))}
            <div className={classes.now} aria-hidden>
              <b style={{ left: scale.place(scale.hourOf(now)) }} />
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function Axis({ scale, timezone, now }: { scale: DayScale; timezone: string; now: Date }) {
  const here = scale.hourOf(now);
  // A name under the moment's label would be read as half a number.
  const room = (scale.until - scale.from) / 14;
  return (
    <div className={classes.axis} aria-hidden>
      {namedHours(scale)
        .filter((hour) => Math.abs(hour - here) > room)
        .map((hour) => (
          <span key={hour} style={{ left: scale.place(hour) }}>
            {sayHour(hour)}
          </span>
        ))}
      <strong style={{ left: scale.place(here) }}>{sayClock(now, timezone)}</strong>
    </div>
  );
}

function Lane({ lane, scale }: { lane: DayLane; scale: DayScale }) {
  const mails = lane.marks.filter((mark) => mark.kind !== "reply").length;
  return (
    <div className={classes.lane}>
      <div className={classes.name}>
        <Link href={lane.campaignId ? `/campaigns/${lane.campaignId}` : "/calendar?by=hand"} className={look.cut}>
          {lane.name}
        </Link>
        <small className={lane.held ? classes.heldText : undefined}>{sayLane(lane)}</small>
      </div>
      <div className={classes.track} role="img" aria-label={`${lane.name}: ${sayLane(lane)}`}>
        {namedHours(scale).map((hour) => (
          <u key={hour} style={{ left: scale.place(hour) }} />
        ))}
        {mails > mostTicks ? (
          <Bars lane={lane} scale={scale} />
        ) : (
          lane.marks.map((mark) => (
            <i
              key={`${mark.kind}${mark.at.getTime()}${mark.name}`}
              className={classes[classOf[mark.kind]]}
              style={{ left: scale.place(scale.hourOf(mark.at)) }}
            />
          ))
        )}
      </div>
    </div>
  );
}

/** By the quarter of an hour, the fullest as high as the line. */
function Bars({ lane, scale }: { lane: DayLane; scale: DayScale }) {
  const bins = countBins(lane.marks, scale, 4);
  const most = Math.max(1, ...bins.map((bin) => bin.total));
  return (
    <>
      {bins.map((bin) => (
        <span
          key={bin.hour}
          className={classes.quarter}
          style={{ left: scale.place(bin.hour), width: `calc(${25 / (scale.until - scale.from)}% - 2px)` }}
        >
          {mailKinds.map(
            (kind) =>
              bin.counts[kind] > 0 && (
                <em
                  key={kind}
                  className={classes[`${classOf[kind]}Bar`]}
                  style={{ height: `${(bin.counts[kind] / most) * 40}px` }}
                />
              ),
          )}
        </span>
      ))}
      {lane.marks
        .filter((mark) => mark.kind === "reply")
        .map((mark) => (
          <i
            key={`${mark.at.getTime()}${mark.name}`}
            className={classes.reply}
            style={{ left: scale.place(scale.hourOf(mark.at)) }}
          />
        ))}
    </>
  );
}
