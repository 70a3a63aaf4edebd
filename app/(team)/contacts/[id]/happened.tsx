import {
  IconAtOff,
  IconBan,
  IconFileSpreadsheet,
  IconHandStop,
  IconMailExclamation,
  IconMailX,
  IconMessageCircle,
  IconPencil,
  IconPlane,
  IconSend,
  IconUserCheck,
  IconUserQuestion,
  IconX,
} from "@tabler/icons-react";
import { SealTick } from "@/app/ui/seal/seal-tick";
import { Moment } from "@/app/ui/words/moment";
import type { Happened as Event } from "@/lib/contacts/open-contact";
import classes from "./contact.module.css";

/** Everything sent, received and decided, the newest first. */
export function Happened({ events, timezone }: { events: Event[]; timezone: string }) {
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
              </p>
              {event.kind === "sent" && <p className={classes.subject}>{event.title}</p>}
              {event.text.trim() && (
                <p className={classes.mail}>{event.kind === "reply" ? `“${event.text.trim()}”` : `${event.text.trim()}…`}</p>
              )}
            </div>
            <Moment at={event.at} timeZone={timezone} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sign({ event: { kind, otherwise } }: { event: Event }) {
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
  switch (kind) {
    case "sent":
      return otherwise ? <IconMailExclamation {...icon} color="var(--stop)" /> : <SealTick />;
    case "reply":
    case "meeting":
      return <IconMessageCircle {...icon} color="var(--reply)" />;
    case "automatic":
      return <IconPlane {...icon} />;
    case "bounce":
    case "soft_bounce":
    case "complaint":
      return <IconMailX {...icon} color="var(--stop)" />;
    case "suppressed":
      return <IconBan {...icon} />;
    case "lifted":
      return <IconUserCheck {...icon} />;
    case "stopped a contact":
      return <IconHandStop {...icon} />;
    case "rejected":
      return <IconX {...icon} />;
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
    case "complaint":
      return ["Complained", "and gets no more mail"];
    case "automatic":
      return ["Answered automatically", event.title];
    case "bounce":
      return ["Bounced, dead address", event.about];
    case "soft_bounce":
      return ["Not delivered this time", event.about];
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
      return [`${event.place ?? "Mail"} rejected`, `${event.about}, ${by.trim()}: ${event.title}`];
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
