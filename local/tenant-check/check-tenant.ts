import { type Ask, actsOfPerson, leadByPerson } from "./acts/by-person";
import { actsOfStandIn, leadAtStandIn } from "./acts/by-stand-in";
import type { Expectation } from "./expectation";
import { type Result, readReport, withResult, writeReport } from "./report";
import { runList } from "./run-list";
import { mails, planOf, withEarlier } from "./session/mails";
import { openSession } from "./session/open-session";
import type { Place } from "./session/place";
import { signInAt } from "./session/sign-in";
import type { Settings } from "./settings";

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
  if (chosen.length === 0) say("Nothing is left to try: every step has its result in the folder.");
  else for (const line of announce(chosen, settings)) say(line);
  if (chosen.length > 0 && (await ask("Begin? (yes or no)")).toLowerCase() !== "yes") return null;
  const [acts, lead] = place.isReal
    ? [actsOfPerson(ask, addresses), leadByPerson(ask, addresses, settings.client.redirectUri)]
    : [await actsOfStandIn(place, addresses), leadAtStandIn(place, addresses)];
  const session = openSession({ place, addresses, signIn: signInAt(place, settings.client, lead), acts });
  return runList(chosen, {
    session,
    addresses,
    hasAdministrator: settings.administrator,
    minutes: settings.minutes,
    tell: (result) => {
      report = withResult(report, result, list);
      writeReport(out, report);
      say(`${String(result.step).padStart(2)}  ${result.outcome.padEnd(7)}  ${result.id}: ${result.came}`);
    },
  });
}

/** What will leave, before anything does. */
function announce(chosen: Expectation[], { addresses }: Settings): string[] {
  const names = withEarlier(chosen.flatMap((one) => one.mails ?? [])).filter((name) => addresses[planOf(name).to]);
  const rows = names.map((name) => `  ${name}: from ${addresses[mails[name].from] ?? "B"} to ${addresses[mails[name].to]}`);
  const steps = [...new Set(chosen.map((one) => one.step))].join(", ");
  return [
    `${chosen.length} expectations of the steps ${steps}.`,
    rows.length > 0 ? `These ${rows.length} mails will leave, each once, and no other:` : "No mail will leave.",
    ...rows,
  ];
}
