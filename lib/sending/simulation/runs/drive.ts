import { aheadMinutes } from "../../queue/is-soon";
import { BreachFound } from "../breach";
import { seeded } from "../seeded";
import { type Act, drawActs, liveAct } from "./acts";
import { checkByHand, checkEnd, checkReasons, checkSnapshot, isOpenNow, isOver } from "./check-snapshot";
import { drawFault, drawSetup } from "./draw-run";
import { openEngine } from "./engine";
import { Died, type Exchange, openExchange } from "./exchange";
import type { Known } from "./known";
import { watchLeaving } from "./watch-leaving";
import { keyOf, type Run, type Setup, type Snapshot, type World } from "./world";

type Entry = {
  at: number;
  order: number;
  what:
    | { kind: "feed" }
    | { kind: "settle" }
    | { kind: "wake"; run: Run; isTwice?: true; isBehind?: true }
    | { kind: "act"; act: Act };
};
export type Outcome = { trace: string[]; sends: number; events: number };
export type OpenWorld = (
  setup: Setup,
  within: { exchange: Exchange; now: () => number; hear: () => Promise<void> },
) => Promise<World> | World;

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** A run has hundreds; one that has so many goes round in circles. */
const mostEvents = 30_000;

/**
 * One campaign from its launch to its end in a world of chance: runs come late, twice or never, processes die or stand still in any call, people
 * answer, pause, change and sign while it happens. Everything is looked at after every event. @throws BreachFound.
 */
export async function drive(seed: number, open: OpenWorld, people = 20): Promise<Outcome> {
  const chance = seeded(seed);
  // Every second run has mails by hand beside its campaign.
  const setup = drawSetup(chance, people, seed % 2 === 0);
  const share = chance.pick([0, 0.05, 0.2]);
  const known: Known = {
    ...{
      setup,
      rules: setup.rules,
      signed: new Map(),
      versions: new Map(),
      arrived: new Set(),
      endedAt: new Map(),
      heldSince: null,
      stoppedSince: null,
      isPaused: false,
      isStopped: false,
    },
  };
  const judge = watchLeaving(known);
  const trace: string[] = [];
  const queue: Entry[] = [];
  let [now, order, sends, events] = [setup.begins, 0, 0, 0];
  let failure: unknown = null;
  let snapshot = null as Snapshot | null;
  let depth = 0;
  let feedAt = setup.begins + 1000;
  let behindMs = 0;

  const at = (time: number, what: Entry["what"]) => {
    order += 1;
    put({ at: Math.round(time), order, what });
    return order;
  };
  const put = (entry: Entry) => {
    let place = queue.length;
    while (place > 0 && (queue[place - 1] as Entry).at > entry.at) place -= 1;
    queue.splice(place, 0, entry);
  };
  const exchange = openExchange({
    now: () => now,
    draw: (call) => drawFault(chance, call, depth > 2 ? 0 : share),
    async pass(ms) {
      const until = now + ms;
      depth += 1;
      for (let next = queue[0]; next && next.at <= until && depth < 4; next = queue[0]) await happen(queue.shift() as Entry);
      depth -= 1;
      now = Math.max(now, until);
    },
    leaves(key, version, intentAt) {
      sends += 1;
      trace.push(`${intentAt} sent ${key} ${version}`);
      keep(() => judge(key, version, intentAt, snapshot));
    },
  });
  const world = await open(setup, { exchange, now: () => now, hear });
  const engine = openEngine({
    ...{ chance, share, now: () => now },
    call: (time, run, isTwice) => at(time, { kind: "wake", run, ...(isTwice ? { isTwice } : {}) }),
    advance: (run) => survive(() => world.advance(run)),
  });

  for (const n of setup.byHand.keys()) known.signed.set(keyOf({ person: people + n, step: 1 }), "v1");
  for (let place = 0; place < people; place += 1) await world.write(place, now);
  for (const act of drawActs(chance, setup)) at(act.at, { kind: "act", act });
  at(feedAt, { kind: "feed" });
  at(now + minuteMs, { kind: "settle" });
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.at > setup.begins + 500 * dayMs)
      throw new BreachFound(
        "lost",
        `after 500 days it has not come to an end: ${JSON.stringify(snapshot?.people.filter(isOpenNow))}`,
      );
    if (events > mostEvents) throw new BreachFound("lost", `after ${events} events it has not come to an end`);
    await happen(next);
    if (failure) throw failure;
    if (snapshot && isOver(snapshot)) break;
  }
  const isThere = (mail: string) => exchange.items.some(({ key, isDraft }) => key === mail && !isDraft);
  checkEnd(snapshot, setup, (mail) => isThere(mail) || known.arrived.has(mail));
  return { trace: [...trace, JSON.stringify(snapshot)], sends, events };

  async function happen({ at: time, order: place, what }: Entry): Promise<void> {
    now = Math.max(now, time);
    // An engine that is behind calls all later, in the order of their times.
    if (what.kind === "wake" && behindMs > 0 && !what.isBehind) {
      put({ at: time + behindMs, order: place, what: { ...what, isBehind: true } });
      return;
    }
    events += 1;
    try {
      // Another was asked for since.
      if (what.kind === "feed" && time !== feedAt) return;
      if (what.kind === "feed") engine.tell(await world.feed(now));
      else if (what.kind === "settle")
        await survive(() => world.settle(now)).then(() => at(now + chance.pick([5, 90, 1200]) * minuteMs, what));
      else if (what.kind === "wake") await engine.wake(what.run, place, what.isTwice ?? false);
      else await live(what.act);
      const seen = await world.look();
      checkSnapshot(seen, snapshot);
      if (what.kind === "feed") {
        checkReasons(seen, now);
        checkByHand(seen, now);
        trace.push(`${now} ${JSON.stringify(seen.people.map(Object.values))}`);
        planFeed(seen);
      }
      snapshot = seen;
    } catch (error) {
      failure ??= error;
    }
  }

  /** The look right before a follow-up: whoever answered until now is known. */
  async function hear() {
    for (const entry of queue.filter(
      ({ at: time, what }) => what.kind === "act" && what.act.kind === "end" && time <= now + 500,
    )) {
      queue.splice(queue.indexOf(entry), 1);
      await happen(entry);
    }
  }

  /** A sweep is due each minute; those that would find nothing are left out, and sometimes none comes for hours. */
  function planFeed({ people, byHand }: Snapshot) {
    const times = [...people, ...byHand.filter(({ ended }) => ended === null)].flatMap(({ slot, nextAt, reason }) => {
      if (reason === "in_doubt") return [];
      if (slot !== null) return [slot - (aheadMinutes - 1) * minuteMs];
      return nextAt !== null && nextAt > now ? [nextAt + 2 * minuteMs] : [];
    });
    const next = Math.min(now + dayMs, ...times);
    feedAt = Math.max(now + minuteMs, chance.happens(0.95) ? next : now + chance.int(1, 300) * minuteMs);
    at(feedAt, { kind: "feed" });
  }

  /** Somebody did what asks for a look at the campaign. */
  function askFeed() {
    if (feedAt <= now + minuteMs) return;
    feedAt = now + 1000;
    at(feedAt, { kind: "feed" });
  }

  async function live(act: Act) {
    // The engine loses what it has, and is behind for a while.
    if (act.kind === "wipe") engine.wipe();
    if (act.kind === "behind") behindMs = act.ms;
    // It has caught up: all that stood in line is called.
    if (behindMs === 0)
      for (const entry of queue.filter(({ what }) => what.kind === "wake" && what.isBehind)) {
        queue.splice(queue.indexOf(entry), 1);
        put({ ...entry, at: now });
      }
    for (const next of await liveAct(act, {
      world,
      known,
      chance,
      now,
      people: snapshot?.people ?? [],
      byHand: snapshot?.byHand ?? [],
    }))
      at(next.at, { kind: "act", act: next });
    if (["desk", "resume", "lift", "rules"].includes(act.kind)) askFeed();
  }

  /** @returns null when the process died on the way. */
  async function survive<T>(fn: () => Promise<T>): Promise<T | null> {
    try {
      return await fn();
    } catch (error) {
      if (error instanceof Died || (error as Error).cause instanceof Died) return null;
      throw error;
    }
  }

  function keep(fn: () => void) {
    try {
      fn();
    } catch (error) {
      failure ??= error;
    }
  }
}
