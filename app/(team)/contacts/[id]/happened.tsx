import {
  IconAtOff,
  IconBan,
  IconBeach,
  IconCalendarCog,
  IconCalendarEvent,
  IconClock,
  IconFileSpreadsheet,
  IconFlag,
  IconHandStop,
  IconMailExclamation,
  IconMailPause,
  IconMailX,
  IconMessageCircle,
  IconPencil,
  IconRobot,
  IconSend,
  IconShieldX,
  IconUserCheck,
  IconUserQuestion,
  IconUsers,
  IconX,
} from "@tabler/icons-react";
import Link from "next/link";
import { SealTick } from "@/app/ui/seal/seal-tick";
import { sayDay } from "@/app/ui/words/clock";
import { Moment } from "@/app/ui/words/moment";
import type { Happened as Event } from "@/lib/contacts/open-contact";
import classes from "./contact.module.css";

type Props = {
  events: Event[];
  timezone: string;
  /** The address that writes to them; null where nobody may. */
  answer: string | null;
};

/** Everything sent, received and decided, the newest first. */
export function Happened({ events, timezone, answer }: Props) {
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">Happened</h2>
      <ol className={classes.line}>
        {events.map((event) => (
          <li key={`${event.kind}-${event.id}`}>
            <span className={classes.sign}>
              <Sign event={event} />
            </span>
            <div>
              <p>
                <Said event={event} />
                {answer && (event.kind === "reply" || event.kind === "meeting") && (
                  <Link href={answer} prefetch={false} className={classes.answer}>
                    Write
                  </Link>
                )}
              </p>
              {(event.kind === "sent" || event.kind === "not sent") && <p className={classes.subject}>{event.title}</p>}
              {event.text.trim() && (
                <p className={classes.mail}>{isAnswer(event) ? `“${event.text.trim()}”` : `${event.text.trim()}…`}</p>
              )}
            </div>
            <Moment at={event.at} timeZone={timezone} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const isAnswer = ({ kind }: Event) => kind === "reply" || kind === "meeting" || kind === "automatic";

function Sign({ event: { kind, otherwise, place } }: { event: Event }) {
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
  switch (kind) {
    case "sent":
      return otherwise ? <IconMailExclamation {...icon} color="var(--stop)" /> : <SealTick />;
    case "reply":
      return <IconMessageCircle {...icon} color="var(--reply)" />;
    case "meeting":
      return <IconCalendarEvent {...icon} color="var(--reply)" />;
    case "automatic":
      return place === "away" ? <IconBeach {...icon} /> : <IconRobot {...icon} />;
    case "bounce":
      return <IconMailX {...icon} color="var(--stop)" />;
    case "soft_bounce":
      return place === "policy" ? (
        <IconShieldX {...icon} color="var(--stop)" />
      ) : place === "delayed" ? (
        <IconClock {...icon} />
      ) : (
        <IconMailPause {...icon} />
      );
    case "complaint":
      return <IconFlag {...icon} color="var(--stop)" />;
    case "ended":
      return <IconUsers {...icon} />;
    case "unsubscribe":
    case "suppressed":
      return <IconBan {...icon} />;
    case "lifted":
      return <IconUserCheck {...icon} />;
    case "stopped a contact":
      return <IconHandStop {...icon} />;
    case "changed a hold":
      return <IconCalendarCog {...icon} />;
    case "rejected":
    case "cancelled a mail":
    case "took a cancelling back":
      return <IconX {...icon} />;
    case "not sent":
      return <IconMailX {...icon} color="var(--stop)" />;
    case "enrolled":
      return <IconSend {...icon} />;
    case "edited a contact":
      return <IconPencil {...icon} />;
    case "placed a message":
      return <IconUserQuestion {...icon} />;
    case "removed an address":
      return <IconAtOff {...icon} />;
    default:
      return <IconFileSpreadsheet {...icon} />;
  }
}

function Said({ event }: { event: Event }) {
  const by = event.by ? ` by ${event.by}` : "";
  const line = event.place ? `, line ${Number(event.place).toLocaleString("en")}` : "";
  const [what, rest] = words(event, by, line);
  return (
    <>
      <strong>{what}</strong>
      {rest && <span> {rest}</span>}
    </>
  );
}

function words(event: Event, by: string, line: string): [string, string?] {
  switch (event.kind) {
    case "sent":
      return [
        `${event.place ?? "Mail"} sent`,
        `${event.about ? `${event.about}, ` : ""}${event.otherwise ? "otherwise than signed" : "as signed"}${by}`,
      ];
    case "reply":
      return ["Wrote back", event.title];
    case "meeting":
      return ["Answered with a meeting", event.title];
    case "unsubscribe":
      return ["Unsubscribed", "by the button of their mail program, and gets no more mail"];
    case "complaint":
      return ["Complained", "and gets no more mail"];
    case "automatic":
      if (event.place === "away") return ["Out of the office", "an automatic answer, it stops nothing and counts as no reply"];
      return ["Answered automatically", "it stops nothing and counts as no reply"];
    case "bounce":
      return ["Bounced, dead address", event.about];
    case "soft_bounce":
      return cameBack(event);
    case "ended":
      return event.title === "company answered"
        ? ["A colleague of theirs answered", `so ${event.about} has ended for them`]
        : ["Left the company", `${by ? `said${by}, ` : ""}so ${event.about} has ended for them`];
    case "changed a hold":
      return [`${changes[event.title] ?? `Back ${sayDate(event.title)}`}`, `said${by}, ${event.about}`];
    case "suppressed":
      if (event.title === "unsubscribed") return ["Unsubscribed", "and gets no more mail"];
      if (event.title === "bounced") return ["Suppressed", "because the address is dead"];
      if (event.title === "asked in a reply") return ["Asked not to be mailed", "and gets no more mail"];
      return event.title === "complained" ? ["Suppressed", "because of a complaint"] : ["Suppressed", by.trim()];
    case "lifted":
      return ["Suppression lifted", `${by.trim()}: ${event.title}`];
    case "stopped a contact":
      return ["Stopped", `${by.trim()}${event.about ? `: ${event.about}` : ""}`];
    case "enrolled":
      return ["Added", `to ${event.title}`];
    case "rejected":
      // Nobody rejected what another program left behind.
      if (!event.by) return ["Mail never sent", event.title];
      return [`${event.place ?? "Mail"} rejected`, `${event.about}, ${by.trim()}: ${event.title}`];
    case "cancelled a mail":
      return ["Planned mail cancelled", `${by.trim()}${event.about ? `, ${event.about}` : ""}`];
    case "took a cancelling back":
      return ["Cancelling taken back", `${by.trim()}${event.about ? `, ${event.about}` : ""}`];
    case "not sent":
      return [`${event.place ?? "Mail"} could not be sent`, `by hand${event.about ? `: ${event.about}` : ""}`];
    case "edited a contact":
      return ["Edited", by.trim()];
    case "placed a message":
      return ["Message placed", `${by.trim()}${event.title ? `, it came from ${event.title}` : ""}`];
    case "removed an address":
      return ["Address removed", `${event.title} ${by.trim()}`];
    case "updated":
      return ["Updated", `${by.trim()} with ${event.title}${line}`.trim()];
    case "created":
      return ["Created", `${by.trim()} ${event.title === "Added by hand" ? "by hand" : `with ${event.title}`}${line}`.trim()];
  }
}

const changes: Record<string, string> = {
  released: "Mail goes on",
  reply: "It was a reply",
  "as it was": "Taken back",
};

/** "2026-11-30" as "Mon 30 Nov". */
const sayDate = (day: string) => {
  const at = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? "on another day" : sayDay(at, at, "UTC");
};

/** A report that leaves the address alone: whom it blames. */
function cameBack({ place, about }: Event): [string, string?] {
  switch (place) {
    case "for now":
      return ["Came back for now", about ? `their server said ${about}` : "it says nothing about the address"];
    case "policy":
      return ["Refused by a rule", "the campaign is paused for it"];
    case "ours":
      return ["Not delivered", "the fault is on our side"];
    case "forwarder":
      return ["Forwarding failed", "behind their address, which has the mail"];
    case "delayed":
      return ["Delayed", "their server still tries"];
    default:
      return ["Not delivered this time", about];
  }
}
