import { sayRate } from "@/app/ui/words/say-rate";
import type { FourWeeks } from "@/lib/analytics/read-weeks";
import classes from "./four-weeks-chart.module.css";

/** Sent mail a day above the axis, replies below it at the same scale, and the sums beside. */
export function FourWeeksChart({ weeks, plannedToday }: { weeks: FourWeeks; plannedToday: number }) {
  const top = roundUp(Math.max(10, plannedToday, ...weeks.days.map((day) => day.sent)));
  const share = (part: number) => sayShare(part, weeks.sent);
  const rows = [
    { name: "Sent as signed", count: weeks.sent - weeks.otherwise, share: "" },
    ...(weeks.otherwise > 0 ? [{ name: "Sent otherwise", count: weeks.otherwise, share: share(weeks.otherwise) }] : []),
    { name: "People answered", count: weeks.replies, share: share(weeks.replies) },
    { name: "Bounced", count: weeks.bounced, share: share(weeks.bounced) },
    { name: "Unsubscribed", count: weeks.unsubscribed, share: share(weeks.unsubscribed) },
  ];
  return (
    <section className={classes.weeks} aria-label="Last four weeks">
      <div>
        <h2>Last four weeks</h2>
        <dl className={classes.sums}>
          {rows.map((row) => (
            <div key={row.name}>
              <dt>
                {row.name === "People answered" && <i className={classes.dot} aria-hidden />}
                {row.name}
              </dt>
              <dd>
                <b>{row.count === 0 ? "none yet" : row.count.toLocaleString("en")}</b>{" "}
                {row.count > 0 && row.share && <span>{row.share}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div
        className={classes.chart}
        role="img"
        aria-label={`${weeks.sent} mails sent and ${weeks.replies} people answered in four weeks`}
      >
        {[top, top / 2, 0].map((line) => (
          <span key={line} className={classes.line} style={{ bottom: `${29 + (line / top) * 120}px` }}>
            {line > 0 && (line === top ? `${line.toLocaleString("en")} sent` : line.toLocaleString("en"))}
          </span>
        ))}
        {weeks.days.map((day, index) => (
          <div key={day.day} className={classes.column} title={`${day.day}: ${day.sent} sent, ${day.replies} people answered`}>
            {index === weeks.days.length - 1 && plannedToday > day.sent && (
              <i className={classes.planned} style={{ height: `${(plannedToday / top) * 120}px` }} />
            )}
            <i
              className={index === weeks.days.length - 1 ? classes.today : classes.sent}
              style={{ height: `${(day.sent / top) * 120}px` }}
            />
            <u style={{ height: `${(day.replies / top) * 120}px` }} />
            {index === weeks.days.length - 1 ? (
              <b className={classes.dayNow}>Today</b>
            ) : (
              index % 5 === 0 && index < weeks.days.length - 3 && <span className={classes.day}>{sayDay(day.day)}</span>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The count stands before it: "5.8% of 138 mails", of few "of 40 mails". */
function sayShare(part: number, sent: number): string {
  const { value, of } = sayRate(part, sent, ["mail", "mails"]);
  return sent < 50 ? of : `${value} ${of.slice(of.indexOf("of "))}`;
}

/** "2026-11-03" as "3 Nov". */
function sayDay(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** The next number of the kind 10, 20, 50, 100, for the top line. */
function roundUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(count));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= count) ?? count;
}
