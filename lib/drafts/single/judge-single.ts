import { toTemporal } from "../../schedule/clock/to-temporal";
import { localDay } from "../../schedule/local-day";
import { formatDay, formatTime } from "../../schedule/words/format-time";
import type { SingleFacts } from "./read-single-facts";

/** A check that only tells. */
type Note = { name: string; passes: boolean; blocking: false; sentence: string };
/** Who reads the checks: when, and in which zone. */
export type CheckReader = { now: Date; timeZone: string };
type CampaignMail = SingleFacts["campaignMails"][number];

/** What is looked at for a mail without a campaign besides; none of it forbids to sign. */
export function judgeSingle(facts: SingleFacts, { now, timeZone }: CheckReader): Note[] {
  const reader = { now: toTemporal(now), timeZone };
  const say = (at: Date) => formatTime(toTemporal(at), reader);
  const { who, wrote, colleague, another, isPlain } = facts;
  const sameDay = findSameDay(facts, timeZone);
  const away = sayAway(facts, { now, timeZone });
  const wasRead = wrote !== null && isPlain && (wrote.wasSeen || facts.isAnswer);
  return [
    note(
      "replied",
      wrote && !wasRead,
      `${who} wrote ${wrote ? say(wrote.at) : ""}; read it first`,
      wasRead ? `It answers what ${who} wrote` : "Not written since",
    ),
    note(
      "colleague",
      colleague,
      colleague?.left
        ? `${colleague.name} wrote to them ${on(formatDay(toTemporal(colleague.at), reader))}`
        : `${colleague?.name} has a mail to them that has not left yet`,
      "No colleague wrote this week",
    ),
    note(
      "another",
      another,
      `Another mail to ${who} leaves ${another ? say(another) : ""} already`,
      "No other mail to them is planned",
    ),
    note(
      "same day",
      sameDay,
      `${sameDay?.campaign} mails them ${sameDay ? say(sameDay.at) : ""}, too`,
      "No campaign mails them that day",
    ),
    note("away", away, away ?? "", "Not away"),
  ];
}

/** The check of the footer, as it reads for a mail without a campaign that passes it. */
export function footerWords(facts: SingleFacts, text: string): string {
  const words = text.split(/\s+/).filter(Boolean).length;
  const count = words === 1 ? "1 word" : `${words} words`;
  if (facts.isAnswer) return `No unsubscribe line: it answers them, ${count}`;
  if (!facts.isPlain) return `Unsubscribe present, ${count}`;
  return facts.wrote ? `No unsubscribe line: it answers them, ${count}` : `No unsubscribe line, as the team decided, ${count}`;
}

/** The campaign's mail that would reach them on the day on which this one leaves. */
export function findSameDay(facts: SingleFacts, timeZone: string): CampaignMail | null {
  const { leavesAt } = facts;
  if (!leavesAt || facts.campaignMails.length === 0) return null;
  const { start, end } = localDay({ timeZone }, toTemporal(leavesAt));
  const [from, to] = [start.epochMilliseconds, end.epochMilliseconds];
  return facts.campaignMails.find(({ at }) => at.getTime() >= from && at.getTime() < to) ?? null;
}

function sayAway({ who, away, leavesAt }: SingleFacts, { now, timeZone }: CheckReader): string | null {
  if (!away) return null;
  const back = away.back ? new Date(`${away.back}T12:00:00Z`) : away.until;
  if (!back) return `${who} is away; no day back is known`;
  const leaves = localDay({ timeZone }, toTemporal(leavesAt ?? now)).key;
  const day = away.back ?? localDay({ timeZone }, toTemporal(back)).key;
  if (leaves >= day) return null;
  // A day is a day in every zone.
  const zone = away.back ? "UTC" : timeZone;
  return `${who} is away until ${formatDay(toTemporal(back), { now: toTemporal(now), timeZone: zone })}`;
}

const on = (day: string) => (day === "today" ? day : `on ${day}`);

function note(name: string, holds: unknown, problem: string, fine: string): Note {
  return holds
    ? { name, passes: false, blocking: false, sentence: problem }
    : { name, passes: true, blocking: false, sentence: fine };
}
