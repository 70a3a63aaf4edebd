import { type Ask, actsOfPerson, leadByPerson } from "./acts/by-person";
import { actsOfStandIn, leadAtStandIn } from "./acts/by-stand-in";
import type { Expectation } from "./expectation";
import { type Result, readReport, withResult, writeReport } from "./report";
import { runList, whatIsMissing } from "./run-list";
import { type MailName, planOf, withEarlier } from "./session/mails";
import { openSession } from "./session/open-session";
import type { Place } from "./session/place";
import { signInAt } from "./session/sign-in";
import type { Settings } from "./settings";
import type { Box, Who } from "./words";

type Terminal = { say: (sentence: string) => void; ask: Ask };

/**
 * Tries the list at a place and keeps the report. What has a result from an earlier run with the same folder is left alone, unless
 * its step is named. @returns the results of this run; null when the person did not agree to the mails.
 */
export async function checkTenant(
  list: Expectation[],
  settings: Settings,
  place: Place,
  { say, ask }: Terminal,
): Promise<Result[] | null> {
  const { addresses, only, out } = settings;
  let report = readReport(out, place.isReal ? "tenant" : "stand-in");
  const known = new Set(report.results.filter((one) => one.outcome !== "skipped").map((one) => one.id));
  const chosen = list.filter((one) => (only.length > 0 ? only.includes(one.step) : !known.has(one.id)));
  if (chosen.length === 0) {
    say(only.length > 0 ? "No step has these numbers." : "Nothing is left to try: every step has its result in the folder.");
    return [];
  }
  for (const line of announce(chosen, settings)) say(line);
  if ((await ask("Begin? (yes or no)")).toLowerCase() !== "yes") return null;
  const [acts, lead] = place.isReal
    ? [actsOfPerson(ask, addresses), leadByPerson(ask, addresses, settings.client.redirectUri)]
    : [await actsOfStandIn(place, addresses), leadAtStandIn(place, addresses)];
  const session = openSession({ place, addresses, signIn: signInAt(place, settings.client, lead), acts });
  return runList(chosen, {
    ...settings,
    session,
    tell: (result) => {
      report = withResult(report, result, list);
      writeReport(out, report);
      say(`${String(result.step).padStart(2)}  ${result.outcome.padEnd(7)}  ${result.id}: ${result.came}`);
    },
  });
}

/** What will leave, before anything does. */
function announce(chosen: Expectation[], settings: Settings): string[] {
  const ready = chosen.filter((one) => !whatIsMissing(one, settings));
  const names = withEarlier(ready.flatMap((one) => one.mails ?? []));
  const address = (who: Who | Box) => settings.addresses[who];
  const steps = [...new Set(ready.map((one) => one.step))].join(", ");
  return [
    `${ready.length} expectations of the steps ${steps} will be tried; ${chosen.length - ready.length} will be skipped, each with its reason.`,
    names.length > 0 ? `These ${names.length} mails will leave, and no other:` : "No mail will leave.",
    ...names.map((name) => `  ${name}: from ${address(planOf(name).from)} to ${address(planOf(name).to)}${twiceOf(name)}`),
  ];
}

const twiceOf = (name: MailName) => (name === "twice" ? ", handed over twice" : "");
