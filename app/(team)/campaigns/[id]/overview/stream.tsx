import { IconMailX, IconMessageCircle, IconPlane, IconUserOff } from "@tabler/icons-react";
import Link from "next/link";
import { SealTick } from "@/app/ui/seal/seal-tick";
import { Moment } from "@/app/ui/words/moment";
import type { StreamEvent } from "@/lib/campaigns/read/read-stream";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatDay } from "@/lib/schedule/format-time";
import classes from "./overview.module.css";

type Props = { campaignId: string; events: StreamEvent[]; timezone: string; now: Date };

/** What happened, newest first, as it happens. */
export function Stream({ events, timezone, now }: Props) {
  return (
    <section className={classes.stream}>
      <div className={classes.streamHead}>
        <h2>As it happens</h2>
        <span className={classes.live}>live</span>
      </div>
      {events.length === 0 && <p className={classes.small}>Nothing has left yet. It will stand here as it does.</p>}
      <ol aria-live="polite">
        {events.map((event) => (
          <li key={`${event.kind}-${event.id}`}>
            <Sign kind={event.kind} />
            <span className={classes.eventWords}>
              <Link href={`/contacts/${event.contactId}`}>{event.name}</Link>
              <span>{said(event)}</span>
            </span>
            <time
              dateTime={event.at.toISOString()}
              title={formatDay(toTemporal(event.at), { now: toTemporal(now), timeZone: timezone })}
            >
              {sameDay(event.at, now, timezone) ? (
                formatClock(toTemporal(event.at), timezone)
              ) : (
                <Moment at={event.at} timeZone={timezone} now={now} />
              )}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sign({ kind }: { kind: StreamEvent["kind"] }) {
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
  if (kind === "sent") return <SealTick />;
  if (kind === "reply") return <IconMessageCircle {...icon} color="var(--reply)" />;
  if (kind === "automatic") return <IconPlane {...icon} color="var(--ink-2)" />;
  if (kind === "unsubscribed") return <IconUserOff {...icon} color="var(--ink-2)" />;
  return <IconMailX {...icon} color="var(--stop)" />;
}

function said(event: StreamEvent): string {
  switch (event.kind) {
    case "sent":
      return `${event.stepName ?? "Mail"}, ${event.signedBy ? `signed by ${event.signedBy}` : "signed at launch"}`;
    case "reply":
      return "Wrote back, follow-ups stopped";
    case "automatic":
      return "Automatic answer, nothing changes";
    case "unsubscribed":
      return "Unsubscribed, suppressed";
    case "bounce":
      return "Address is dead, suppressed";
    case "soft_bounce":
      return "Not delivered this time";
  }
}

function sameDay(at: Date, now: Date, timezone: string): boolean {
  return formatDay(toTemporal(at), { now: toTemporal(now), timeZone: timezone }) === "today";
}
