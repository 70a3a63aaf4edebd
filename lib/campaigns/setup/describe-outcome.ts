import { toTemporal } from "../../schedule/clock/to-temporal";
import { forecast } from "../../schedule/forecast";
import { formatTime } from "../../schedule/words/format-time";
import type { Setup } from "./read-setup";

/**
 * What the rules of a campaign amount to, as one sentence in the reader's time.
 * @param teamADay so many mails to others the whole team may send in a day; told where the campaign has more.
 */
export function describeOutcome(setup: Setup, readerZone: string, now: Date, teamADay = Number.POSITIVE_INFINITY): string {
  const people = setup.lists.find((list) => list.id === setup.listId)?.people ?? 0;
  if (people === 0) return "Choose a list to see how many mails that is.";
  const planned = forecast(setup.rules, {
    now: toTemporal(now),
    contacts: people,
    steps: setup.steps.map((step) => ({ delay: { days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes } })),
  });
  const reader = { now: toTemporal(now), timeZone: readerZone };
  const number = new Intl.NumberFormat("en");
  const mails = `For ${number.format(people)} ${people === 1 ? "contact" : "contacts"} that is ${number.format(planned.mails)} ${planned.mails === 1 ? "mail" : "mails"} at most.`;
  if (!planned.first) return `${mails} These rules have no sending day ahead, so nothing would leave.`;
  const first = `The first leaves ${formatTime(planned.first, reader)} at the earliest`;
  const cap = planned.mails > teamADay ? ` At most ${number.format(teamADay)} a day for the whole team.` : "";
  return planned.last
    ? `${mails} ${first}, the last about ${formatTime(planned.last, reader)}.${cap}`
    : `${mails} ${first}.${cap}`;
}
