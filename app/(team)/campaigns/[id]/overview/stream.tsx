import {
  IconBeach,
  IconCalendarEvent,
  IconClock,
  IconFlag,
  IconMailExclamation,
  IconMailPause,
  IconMailX,
  IconMessageCircle,
  IconRobot,
  IconShieldX,
  IconUserOff,
  IconUsers,
} from "@tabler/icons-react";
import Link from "next/link";
import { LiveWord } from "@/app/ui/live/live-word";
import look from "@/app/ui/look/look.module.css";
import { SealTick } from "@/app/ui/seal/seal-tick";
import type { StreamEvent } from "@/lib/campaigns/read/read-stream";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatDay, formatTime } from "@/lib/schedule/words/format-time";
import classes from "./overview.module.css";

type Props = { events: StreamEvent[]; finished: boolean; timezone: string; now: Date };

/** What happened, newest first, as it happens. */
export function Stream({ events, finished, timezone, now }: Props) {
  const answered = events.find((event) => event.kind === "reply" || event.kind === "meeting");
  return (
    <section className={classes.stream}>
      <div className={classes.streamHead}>
        <h2 className={look.heading}>{finished ? "What happened" : "As it happens"}</h2>
        {!finished && <LiveWord />}
      </div>
      {events.length === 0 && <p className={classes.small}>Nothing has left yet. It will stand here as it does.</p>}
      {/* Heard are answers only: a mail every few seconds would drown them. */}
      <p className={classes.srOnly} role="status">
        {answered ? `${answered.name} wrote back` : ""}
      </p>
      <ol>
        {events.map((event) => (
          <li key={`${event.kind}-${event.id}`}>
            <Sign event={event} />
            <div className={classes.eventWords}>
              <span className={classes.eventHead}>
                <Link href={`/contacts/${event.contactId}`} prefetch={false} className={look.cut}>
                  {event.name}
                </Link>
                <time
                  dateTime={event.at.toISOString()}
                  title={formatTime(toTemporal(event.at), { now: toTemporal(now), timeZone: timezone })}
                >
                  {sayWhen(event.at, now, timezone)}
                </time>
              </span>
              <span>{said(event)}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sign({ event: { kind, otherwise, away, blames } }: { event: StreamEvent }) {
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true, color: "var(--ink-2)" } as const;
  if (otherwise) return <IconMailExclamation {...icon} color="var(--stop)" />;
  switch (kind) {
    case "sent":
      return <SealTick />;
    case "reply":
      return <IconMessageCircle {...icon} color="var(--reply)" />;
    case "meeting":
      return <IconCalendarEvent {...icon} color="var(--reply)" />;
    case "company answered":
      return <IconUsers {...icon} color="var(--reply)" />;
    case "left the company":
      return <IconUsers {...icon} />;
    case "automatic":
      return away ? <IconBeach {...icon} /> : <IconRobot {...icon} />;
    case "unsubscribed":
    case "unsubscribe":
      return <IconUserOff {...icon} />;
    case "complaint":
      return <IconFlag {...icon} color="var(--stop)" />;
    case "bounce":
      return <IconMailX {...icon} color="var(--stop)" />;
    case "soft_bounce":
      if (blames === "policy") return <IconShieldX {...icon} color="var(--stop)" />;
      return blames === "delayed" ? <IconClock {...icon} /> : <IconMailPause {...icon} />;
  }
}

function said(event: StreamEvent): string {
  switch (event.kind) {
    case "sent":
      if (event.otherwise) return `${event.stepName ?? "Mail"}, left otherwise than signed`;
      return `${event.stepName ?? "Mail"}, ${event.signedBy ? `signed by ${event.signedBy}` : "signed at launch"}`;
    case "reply":
      return "Wrote back, follow-ups stopped";
    case "meeting":
      return "Answered with a meeting, follow-ups stopped";
    case "company answered":
      return "A colleague of theirs answered";
    case "left the company":
      return "Left the company, follow-ups stopped";
    case "complaint":
      return "Complained, suppressed";
    case "automatic":
      return event.away ? "Out of the office, no reply" : "Automatic answer, no reply";
    case "unsubscribed":
      return "Unsubscribed, suppressed";
    case "unsubscribe":
      return "Unsubscribed by the button of their mail program";
    case "bounce":
      return "Address is dead, suppressed";
    case "soft_bounce":
      return cameBack(event);
  }
}

/** A report that leaves the address alone: whom it blames. */
function cameBack({ blames }: StreamEvent): string {
  switch (blames) {
    case "for now":
      return "Came back for now";
    case "policy":
      return "Refused by a rule, campaign paused";
    case "ours":
      return "Not delivered, the fault is ours";
    case "forwarder":
      return "Forwarding behind them failed";
    case "delayed":
      return "Delayed, their server still tries";
    default:
      return "Not delivered this time";
  }
}

/** "14:22" today, "Wed 25 Nov" before: on a line as short as this one the hour of another day says little. */
function sayWhen(at: Date, now: Date, timezone: string): string {
  const day = formatDay(toTemporal(at), { now: toTemporal(now), timeZone: timezone });
  return day === "today" ? formatClock(toTemporal(at), timezone) : day;
}
