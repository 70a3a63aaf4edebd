import { sayDay } from "@/app/ui/words/clock";
import type { Happened } from "@/lib/contacts/story/happened";
import { stopWords } from "./stop-words";

type Reader = { now: Date; timeZone: string };

/** What happened in words: what, and the rest of the sentence. */
export function happenedWords(event: Happened, reader: Reader): [string, string?] {
  const by = event.by ? ` by ${event.by}` : "";
  const line = event.place ? `, line ${Number(event.place).toLocaleString("en")}` : "";
  switch (event.kind) {
    case "sent":
      return [
        `${event.place ?? "Mail"} sent`,
        `${event.about ? `${event.about}, ` : ""}${event.otherwise ? "otherwise than signed" : "as signed"}${by}`,
      ];
    case "reply":
      return ["Wrote back"];
    case "meeting":
      return ["Answered with a meeting"];
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
      return stopWords(event, reader);
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
    case "took a stop back":
      return ["Stop taken back", `${by.trim()}${event.about ? `: ${event.about}` : ""}`];
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
      if (event.about === "suppressed") return [`${event.place ?? "Mail"} stopped`, "by hand: they are suppressed"];
      return [`${event.place ?? "Mail"} could not be sent`, `by hand${event.about ? `: ${event.about}` : ""}`];
    case "let a campaign go on":
      return event.title
        ? [`Goes on ${sayDate(event.title.slice(0, 10))}`, `said${by}, ${event.about}: they asked for later`]
        : ["Does not go on", `said${by}, ${event.about}`];
    case "added who was named":
      return [`Named by ${event.title}`, `in their answer, added${by}`];
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
function cameBack({ place, about }: Happened): [string, string?] {
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
