import type { FourWeeks } from "@/lib/analytics/read-weeks";
import classes from "./four-weeks-chart.module.css";

/** Sent mail a day above the axis, replies below it at the same scale, and the sums beside. */
export function FourWeeksChart({ weeks }: { weeks: FourWeeks }) {
  const top = Math.max(10, ...weeks.days.map((day) => day.sent));
  const share = (part: number) =>
    weeks.sent === 0 ? "" : weeks.sent < 50 ? `of ${weeks.sent}` : `${((part / weeks.sent) * 100).toFixed(1)}%`;
  const rows = [
    { name: "Sent as signed", count: weeks.sent, share: "" },
    { name: "Replies", count: weeks.replies, share: share(weeks.replies) },
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
              <dt>{row.name}</dt>
              <dd>
                <b>{row.count === 0 ? "none yet" : row.count.toLocaleString("en")}</b> {row.count > 0 && row.share}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div
        className={classes.chart}
        role="img"
        aria-label={`${weeks.sent} mails sent and ${weeks.replies} replies in four weeks`}
      >
        {weeks.days.map((day, index) => (
          <div key={day.day} className={classes.column} title={`${day.day}: ${day.sent} sent, ${day.replies} replies`}>
            <i
              className={index === weeks.days.length - 1 ? classes.today : classes.sent}
              style={{ height: `${(day.sent / top) * 120}px` }}
            />
            <u style={{ height: `${(day.replies / top) * 120}px` }} />
          </div>
        ))}
      </div>
    </section>
  );
}
