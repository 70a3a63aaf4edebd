import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatTime, type Reader } from "../../schedule/words/format-time";
import { nameCity } from "../../schedule/words/name-city";
import type { ScheduledRow, ScheduledView } from "../scheduled";

type Facts = {
  total: number;
  held: number;
  stopped: boolean;
  today: { count: number; hand: number };
  next: Pick<ScheduledRow, "name" | "at"> | null;
};

const say = (count: number) => count.toLocaleString("en");

/** What stands on top: how many have their time, how many leave today, and the next. */
export function sayVerdict(
  { total, held, stopped, today, next }: Facts,
  reader: Reader,
): Pick<ScheduledView, "verdict" | "brief" | "below"> {
  const mails = `${say(total)} ${total === 1 ? "mail" : "mails"}`;
  const city = `Times are in ${nameCity(reader.timeZone)}.`;
  if (stopped) {
    const verdict = `${mails} ${total === 1 ? "waits" : "wait"}, sending is stopped`;
    return {
      verdict,
      brief: `${say(total)} wait, all is stopped`,
      below: { long: `Nothing leaves before somebody resumes it. ${city}`, short: "Nothing leaves before it is resumed." },
    };
  }
  const all = total === 1 ? "signed" : "all signed";
  const verdict = `${mails} ${total === 1 ? "has its time" : "have their time"}, ${held === 0 ? all : `${say(held)} ${held === 1 ? "is" : "are"} held`}`;
  const campaigns = today.count - today.hand;
  const split =
    today.hand === 0
      ? "by campaigns"
      : campaigns === 0
        ? "by hand"
        : `${say(campaigns)} by campaigns and ${say(today.hand)} by hand`;
  const leaves =
    today.count === 0 ? "None leaves today." : `${say(today.count)} ${today.count === 1 ? "leaves" : "leave"} today, ${split}.`;
  const at = next && toTemporal(new Date(next.at));
  const when =
    at &&
    (formatTime(at, reader).startsWith("today ") ? `at ${formatClock(at, reader.timeZone)}` : `on ${formatTime(at, reader)}`);
  const then = next ? ` The next is ${next.name} ${when}.` : "";
  const byHand = today.hand > 0 ? `, ${say(today.hand)} of them by hand` : "";
  const short =
    today.count === 0 ? "None leaves today." : `${say(today.count)} ${today.count === 1 ? "leaves" : "leave"} today${byHand}.`;
  const brief = `${say(total)} ${total === 1 ? "has its" : "have their"} time`;
  return {
    verdict,
    brief,
    below: { long: `${leaves}${then} ${city}`, short: `${held === 0 ? "All signed. " : `${say(held)} held. `}${short}` },
  };
}
