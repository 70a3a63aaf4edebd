import type { Temporal } from "temporal-polyfill";
import { toDate, toTemporal } from "../../schedule/clock/to-temporal";
import { forecast } from "../../schedule/forecast";
import { formatTime } from "../../schedule/words/format-time";
import { nameCity } from "../../schedule/words/name-city";
import { sayBoth } from "../../schedule/words/say-both";
import type { Setup } from "./read-setup";

/**
 * What the rules of a campaign amount to, as one sentence: on the campaign's clock, whose city it names, and on the reader's where that shows another time.
 * @param teamADay so many mails to others the whole team may send in a day; told where the campaign has more.
 */
export function describeOutcome(setup: Setup, readerZone: string, now: Date, teamADay = Number.POSITIVE_INFINITY): string {
  const list = setup.lists.find(({ id }) => id === setup.listId);
  if (!list) return "Choose a list to see how many mails that is.";
  const { people } = list;
  if (people === 0) return `Nobody is in ${list.name} yet, so no mail would leave.`;
  const planned = forecast(setup.rules, {
    now: toTemporal(now),
    contacts: people,
    steps: setup.steps.map((step) => ({ delay: { days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes } })),
  });
  const reader = { now: toTemporal(now), timeZone: readerZone };
  const { timeZone } = setup.rules;
  const say = (at: Temporal.Instant) => {
    const both = sayBoth(toDate(at), reader, timeZone);
    return both === formatTime(at, reader) ? `${both} in ${nameCity(timeZone)}` : both;
  };
  const number = new Intl.NumberFormat("en");
  const mails = `For ${number.format(people)} ${people === 1 ? "contact" : "contacts"} that is ${number.format(planned.mails)} ${planned.mails === 1 ? "mail" : "mails"} at most.`;
  if (!planned.first) return `${mails} These rules have no sending day ahead, so nothing would leave.`;
  const first = `The first leaves ${say(planned.first)} at the earliest`;
  const cap = planned.mails > teamADay ? ` At most ${number.format(teamADay)} a day for the whole team.` : "";
  return planned.last ? `${mails} ${first}, the last about ${say(planned.last)}.${cap}` : `${mails} ${first}.${cap}`;
}
