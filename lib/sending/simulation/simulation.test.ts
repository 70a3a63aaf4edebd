import { expect, test } from "vitest";
import { breaches } from "./breach";
import { fixedSeeds } from "./fixed-seeds";
import { runInMemory, runSeeds } from "./memory/run-many";
import { listPlaces, storyOf, tellStories } from "./zones/run-stories";

/**
 * Decisions of production against a random world, by seeds. `npm run prove -- simulation` runs them in batches to the full size and writes docs/proofs/simulation.md.
 * SIMULATION_STORY=seed replays one story of the schedule, SIMULATION_RUN=seed one campaign in memory. SIMULATION_BREACH=double (or another of breach.ts) does something wrong on purpose.
 */
const planted = breaches.find((name) => name === process.env.SIMULATION_BREACH) ?? null;
const { SIMULATION_STORY: oneStory, SIMULATION_RUN: oneRun } = process.env;
const isReplay = Boolean(oneStory ?? oneRun);
const range = (count: number, of = (n: number) => n) => Array.from({ length: count }, (_, n) => of(n));
const replay = (name: string, seed: number) => `${name}=${seed} npx vitest run lib/sending/simulation/simulation.test.ts`;

test.runIf(oneStory)("the story that was asked for", () => {
  expect(storyOf(Number(oneStory), planted)).toBeGreaterThan(0);
});

test.skipIf(isReplay)(
  "at every change of every zone's clock from 2020 to 2040, mails leave once, by the rules, and are told why they wait",
  { timeout: 120_000 },
  () => {
    const step = Math.floor(listPlaces().length / 60);
    const told = tellStories([...fixedSeeds.stories, ...range(60, (n) => n * step)], planted);
    expect(told.found.slice(0, 5).map(({ seed, message }) => `${message}. Again: ${replay("SIMULATION_STORY", seed)}`)).toEqual(
      [],
    );
    expect(told.sends).toBeGreaterThan(5000);
  },
);

test.skipIf(isReplay).each(["double", "lost", "window", "limit", "spacing", "early", "reason"] as const)(
  "a breach of the schedule that is planted is found: %s",
  (breach) => {
    const { found } = tellStories(
      range(40, (n) => n * 97),
      breach,
    );
    expect(found.map(({ kind }) => kind)).toContain(breach);
  },
);

test.runIf(oneRun)("the campaign that was asked for", async () => {
  expect((await runInMemory(Number(oneRun), planted)).events).toBeGreaterThan(0);
});

test.skipIf(isReplay)(
  "a campaign of 20 contacts ends by the rules, whatever happens on the way: every invariant after every event",
  { timeout: 120_000 },
  async () => {
    const ran = await runSeeds([...fixedSeeds.runs, ...range(40)], planted);
    expect(ran.found.slice(0, 5).map(({ seed, message }) => `${message}. Again: ${replay("SIMULATION_RUN", seed)}`)).toEqual([]);
    expect(ran.sends).toBeGreaterThan(ran.runs);
  },
);

test.skipIf(isReplay).each(breaches.filter((breach) => breach !== "early"))(
  "a breach of sending that is planted is found: %s",
  { timeout: 120_000 },
  async (breach) => {
    const { found } = await runSeeds(range(200), breach, 8);
    expect(found.map(({ kind }) => kind)).toContain(breach);
  },
);
