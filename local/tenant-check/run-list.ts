import { clean } from "./clean";
import type { Expectation } from "./expectation";
import type { Result } from "./report";
import type { Session } from "./session/open-session";
import { type Addresses, Skipped } from "./words";

type Ready = {
  addresses: Addresses;
  administrator: boolean;
  /** Minutes that somebody is ready to wait for one expectation. */
  minutes: number;
};
type Given = Ready & { session: Session; tell: (result: Result) => void };

/** Runs expectations one after another; whatever one of them throws is its own result, and the next goes on. */
export async function runList(list: Expectation[], given: Given): Promise<Result[]> {
  const results: Result[] = [];
  let stopped = "";
  for (const expectation of list) {
    const began = Date.now();
    const missing = stopped || whatIsMissing(expectation, given);
    const seen = missing ? { came: missing, measured: "", outcome: "skipped" as const } : await look(expectation, given);
    if (seen.came === expectation.stops) stopped = `Not run: "${seen.came}" ended the run at ${expectation.id}.`;
    const { id, step, truth, source, expected } = expectation;
    const result: Result = {
      ...{ id, step, truth, source, expected, outcome: seen.outcome },
      came: clean(seen.came, given.addresses),
      measured: clean(seen.measured, given.addresses),
      at: new Date(began).toISOString(),
      seconds: Math.round((Date.now() - began) / 100) / 10,
    };
    results.push(result);
    given.tell(result);
  }
  return results;
}

/** Why an expectation cannot be tried, in one sentence; empty when it can. */
export function whatIsMissing({ needs, minutes = 2 }: Expectation, given: Ready): string {
  const missing = needs.find((need) => (need === "administrator" ? !given.administrator : !given.addresses[need]));
  if (missing === "administrator") return "Needs an administrator at hand: say so with --administrator.";
  if (missing) return `Needs an address: name it with --${flagOf(missing)}.`;
  return minutes > given.minutes ? `Needs ${minutes} minutes of patience: give them with --minutes ${minutes}.` : "";
}

export const flagOf = (need: string) => need.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? "-" : ""}${letter.toLowerCase()}`);

async function look(expectation: Expectation, { session }: Given) {
  try {
    const seen = await expectation.run(session);
    const { came, measured = "" } = typeof seen === "string" ? { came: seen } : seen;
    return { came, measured, outcome: expectation.expected.includes(came) ? ("pass" as const) : ("differs" as const) };
  } catch (error) {
    const came = error instanceof Error ? error.message : "Something unknown was thrown.";
    return { came, measured: "", outcome: error instanceof Skipped ? ("skipped" as const) : ("differs" as const) };
  } finally {
    await session.tidy();
  }
}
