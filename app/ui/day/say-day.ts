import { sayClock } from "@/app/ui/words/clock";
import { sayCount } from "@/app/ui/words/count-words";
import type { DayLane } from "@/lib/analytics/read-day";

const number = (value: number) => value.toLocaleString("en");

/** The day in a sentence: what leaves, what has left, what is signed and held, and what would leave besides. */
export function sayDay(lanes: DayLane[], timezone: string): string {
  const planned = lanes.reduce((sum, lane) => sum + lane.planned, 0);
  const toSign = lanes.reduce((sum, lane) => sum + lane.toSign, 0);
  const rest = [sayHeld(lanes), toSign > 0 && `${number(toSign)} more once signed`];
  if (planned === 0) return rest.filter(Boolean).join(", ") || "none yet";
  const sent = lanes.reduce((sum, lane) => sum + lane.sent, 0);
  const sending = lanes.filter((lane) => lane.planned > 0);
  const campaigns = sending.filter((lane) => lane.campaignId !== null).length;
  const where = [
    campaigns > 0 && `in ${sayCount(campaigns, "campaign", "campaigns")}`,
    sending.length > campaigns && "by hand",
  ].filter(Boolean);
  const ahead = lanes.flatMap((lane) => lane.marks.filter((mark) => mark.kind === "signed").map((mark) => mark.at));
  const last = ahead.reduce<Date | null>((latest, at) => (latest && latest > at ? latest : at), null);
  return [
    `${sayCount(planned, "mail", "mails")} ${where.join(" and ")}`,
    `${number(sent)} sent`,
    last && `the last at ${sayClock(last, timezone)}`,
    ...rest,
  ]
    .filter(Boolean)
    .join(", ");
}

/** "12 signed and held": those that have no minute until somebody resumes; "" where there are none. */
export function sayHeld(lanes: DayLane[]): string {
  const held = lanes.reduce((sum, lane) => sum + lane.signedHeld, 0);
  return held > 0 ? `${number(held)} signed and held` : "";
}

/** How one lane stands. */
export function sayLane(lane: DayLane): string {
  const waiting = lane.planned - lane.sent;
  const sent = `${number(lane.sent)} sent`;
  if (lane.held === "mailbox") {
    const why = `for ${lane.mailbox?.split("@")[0] ?? "its mailbox"}@`;
    return `${sent}, ${waiting > 0 ? `${number(waiting)} wait` : "waits"} ${why}`;
  }
  const toSign = lane.toSign > 0 ? `${number(lane.toSign)} to sign` : "";
  if (lane.held) {
    const signed = waiting + lane.signedHeld;
    return [sent, signed > 0 && `${number(signed)} signed and held`, sayWhy(lane)].filter(Boolean).join(", ");
  }
  if (lane.planned === 0) return toSign || "none today";
  return [`${number(lane.sent)} of ${number(lane.planned)} sent`, toSign].filter(Boolean).join(", ");
}

function sayWhy({ held, heldBy, differs }: DayLane): string {
  if (held === "stopped") return `stopped by ${heldBy ?? "your team"}`;
  if (differs) return "paused, a sent copy differs";
  return heldBy ? `paused by ${heldBy}` : "paused";
}
