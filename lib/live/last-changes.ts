import { listen } from "@/db/access/listen";
import type { Topic } from "./topic";

/** When what changed, by team, as far as this process has heard since it first looked. */
type Heard = { since: number; teams: Map<string, Map<string, number>> };

const key = Symbol.for("countersign.last-changes");
const shared = globalThis as unknown as Record<symbol, Heard | undefined>;

/** What is made on one machine is compared by the clock of another. */
const marginMs = 2000;

/** Whether any of these topics of the team changed after `at`, or may have: a page that was made then is to be read anew. */
export function changedSince(teamId: string, wanted: ReadonlySet<Topic>, at: number): boolean {
  const known = heard();
  const latest = at - marginMs;
  // NaN, too: whoever does not say when their page was made has it read anew.
  if (!(latest > known.since)) return true;
  return [...(known.teams.get(teamId) ?? [])].some(([topic, when]) => wanted.has(topic as Topic) && when > latest);
}

/** Whether anything of the team was told at `at` or later, by the clock of this process; or may have been, while nobody heard. */
export function toldSince(teamId: string, at: number): boolean {
  const known = heard();
  return at <= known.since || [...(known.teams.get(teamId)?.values() ?? [])].some((when) => when >= at);
}

/** Begins to hear, once in a process. */
function heard(): Heard {
  const known = shared[key];
  if (known) return known;
  const begun: Heard = { since: Date.now(), teams: new Map() };
  shared[key] = begun;
  listen("countersign_changes", (payload) => {
    // The database was away: nobody knows what was missed.
    if (payload === "") {
      begun.since = Date.now();
      return begun.teams.clear();
    }
    const [team = "", topic = ""] = payload.split(" ");
    const ofTeam = begun.teams.get(team) ?? new Map<string, number>();
    begun.teams.set(team, ofTeam.set(topic, Date.now()));
  });
  return begun;
}
