import { sayClockToTheSecond, sayMoment } from "@/app/ui/words/clock";
import { mostWaiting } from "@/lib/engine/beats";
import type { EnginePage } from "@/lib/engine/page/read-engine-page";
import { type Said, sayTrouble } from "@/lib/engine/say-trouble";

export type Fact = { name: string; value: string; more?: string };
export type Described = { verdict: string; said: Said | null; facts: Fact[]; server: Fact[] };

/** How each kind of server was tried: what docs/settings.md says at length. */
const kinds = {
  executor: [
    "The executor that npm start brings, for one machine",
    "All tests of Countersign run on it, crashes, outages and lost timers among them. One machine is its limit.",
  ],
  server: [
    "An Inngest server of your own",
    "Tried in November 2026 with Inngest’s server as of 22 August 2026 (v1.43.0 and three commits, built from source), with PostgreSQL and Redis. Keep its ports private: 8288, 8289, 50052 and 50053.",
  ],
  cloud: [
    "Inngest Cloud",
    "It speaks the protocol that the servers we tried speak. It was not tried itself: watch this page on the first day.",
  ],
  development: [
    "Inngest’s development server, which signs nothing",
    "For looking at a recording on one’s own machine. It keeps nothing over a restart.",
  ],
} as const;

/** The page about the engine in words, times on the reader's clock. */
export function describeEngine({ engine, server, runs }: EnginePage, timeZone: string): Described {
  const { beats, verdict } = engine;
  const said = verdict && sayTrouble(verdict, beats);
  const number = (value: number) => value.toLocaleString("en");
  const moment = (at: Date) => sayMoment(at, beats.now, timeZone);
  /** "8 s ago" under a minute, else when. */
  const ago = (at: Date | null, never: string) => {
    if (!at) return never;
    const seconds = Math.max(0, Math.round((beats.now.getTime() - at.getTime()) / 1000));
    return seconds < 60 ? `${seconds} s ago, ${sayClockToTheSecond(at, timeZone)}` : moment(at);
  };
  const [name, tried] = kinds[server.kind];
  const waits = beats.waiting > mostWaiting ? `more than ${number(mostWaiting)}` : number(beats.waiting);
  return {
    verdict:
      said?.short.replace(/\.$/, "") ??
      (beats.sweepAt && beats.pollAt ? "The job runner beats" : "The job runner’s first beat is awaited"),
    said,
    facts: [
      { name: "Last sweep", value: ago(beats.sweepAt, "none yet"), more: "Each minute: finds what was missed anywhere." },
      {
        name: "Last look at the mailboxes",
        value: ago(beats.pollAt, "none yet"),
        more: "Each minute: answers, bounces, absences.",
      },
      {
        name: "Events that wait",
        value: beats.waitingSince ? `${waits}, the oldest from ${moment(beats.waitingSince)}` : "none",
        more: `Of all teams. The server last took some ${ago(beats.takenAt, "never since this was first noted")}.`,
      },
      {
        name: "Mails that have their minute",
        value:
          runs.planned === 0
            ? "none"
            : runs.lateSince
              ? `${number(runs.planned)}, ${number(runs.late)} late since ${moment(runs.lateSince)}`
              : `${number(runs.planned)}, none late`,
        more: "Of your team. Each has its own run.",
      },
      ...(beats.wokenAt
        ? [{ name: "Last woken by Countersign", value: moment(beats.wokenAt), more: "Done where sweep or look is 90 s late." }]
        : []),
    ],
    server: [
      { name: "Kind", value: name },
      { name: "Address", value: server.address },
      {
        name: "Answers now",
        value: server.answers === null ? "not asked" : server.answers ? "yes" : "no",
      },
      { name: "How it was tried", value: tried },
    ],
  };
}
