import type { Chance } from "../seeded";
import { drawRules, placesOf } from "../zones/draw-rules";
import type { Known } from "./known";
import { type Ending, keyOf, type MailId, type Setup, type Snapshot, type Standing, type World } from "./world";

/** What people do, and when. */
export type Act =
  | { kind: "pause" | "resume" | "stop" | "lift" | "rules" | "desk" | "wipe"; at: number }
  | { kind: "behind"; at: number; ms: number }
  | { kind: "edit"; at: number; person: number }
  | { kind: "end"; at: number; person: number; ending: Ending; isKnown: boolean };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Answers, pauses, changes, and somebody who comes to the desk to sign and to decide until it is over. */
export function drawActs(chance: Chance, { begins, people, byHand }: Setup): Act[] {
  const when = () => begins + chance.int(0, chance.pick([60, 600, 6000])) * minuteMs + chance.int(0, 59_999);
  const acts: Act[] = [{ kind: "desk", at: begins }];
  if (chance.happens(0.4)) acts.push({ kind: "pause", at: when() });
  if (chance.happens(0.3)) acts.push({ kind: "stop", at: when() });
  if (chance.happens(0.2)) acts.push({ kind: "wipe", at: when() });
  if (chance.happens(0.2)) acts.push({ kind: "behind", at: when(), ms: chance.int(1, 15) * minuteMs });
  for (let n = chance.int(0, 2); n > 0; n -= 1) acts.push({ kind: "rules", at: when() });
  for (let n = chance.int(0, 5); n > 0; n -= 1) acts.push({ kind: "edit", at: when(), person: chance.int(0, people - 1) });
  for (let n = chance.int(0, Math.ceil(people / 3)); n > 0; n -= 1) {
    const ending = chance.pick(["replied", "bounced", "unsubscribed"] as const);
    acts.push({ kind: "end", at: when(), person: chance.int(0, people - 1), ending, isKnown: chance.happens(0.4) });
  }
  // Who is written to by hand says no.
  for (const n of byHand.keys())
    if (chance.happens(0.2))
      acts.push({ kind: "end", at: when(), person: people + n, ending: "unsubscribed", isKnown: chance.happens(0.4) });
  return acts;
}

type Living = { world: World; known: Known; chance: Chance; now: number } & Pick<Snapshot, "people" | "byHand">;

/** @returns what follows from it later. */
export async function liveAct(act: Act, { world, known, chance, now, people, byHand }: Living): Promise<Act[]> {
  const soon = () => now + chance.int(1, 600) * minuteMs;
  switch (act.kind) {
    case "pause":
      await world.pause(now);
      known.isPaused = true;
      hold(known, now);
      return [{ kind: "resume", at: soon() }];
    case "resume":
      await world.resume(now);
      known.isPaused = false;
      hold(known, now);
      return [];
    case "stop":
      await world.stopAll(now);
      known.isStopped = true;
      hold(known, now);
      return [{ kind: "lift", at: soon() }];
    case "lift":
      await world.liftStop(now);
      known.isStopped = false;
      hold(known, now);
      return [];
    case "rules": {
      const drawn = drawRules(chance, known.setup.rules.timeZone);
      if (placesOf(drawn) * 4 < people.length) return [];
      known.rules = drawn;
      await world.setRules(drawn);
      return [];
    }
    case "wipe":
      return [];
    case "behind":
      return act.ms > 0 ? [{ kind: "behind", at: soon(), ms: 0 }] : [];
    case "edit": {
      const mail = { person: act.person, step: (people[act.person]?.step ?? 0) + 1 };
      const version = Math.floor((now / 1000) % 1_000_000) + 2;
      if (await world.edit(mail, version, now)) {
        known.signed.set(keyOf(mail), null);
        known.versions.set(keyOf(mail), `v${version}`);
      }
      return [];
    }
    case "end":
      await world.end(act.person, act.ending, act.isKnown, now);
      if (!known.endedAt.has(act.person)) known.endedAt.set(act.person, now);
      // What follows from it is done later, if no mail found it before.
      return act.isKnown ? [{ ...act, at: soon(), isKnown: false }] : [];
    case "desk":
      for (const [person, one] of people.entries()) await sitAt(one, { person, step: one.step + 1 });
      for (const [n, one] of byHand.entries()) if (one.state === "review") await decide({ person: people.length + n, step: 1 });
      return [{ kind: "desk", at: now + chance.pick([30 * minuteMs, 4 * hourMs, 14 * hourMs]) }];
  }

  async function sitAt(one: Standing, mail: MailId) {
    if (one.state === "review") await decide(mail);
    else if (chance.happens(0.8) && (await world.sign(mail, now)))
      known.signed.set(keyOf(mail), known.versions.get(keyOf(mail)) ?? "v1");
  }

  async function decide(mail: MailId) {
    const arrived = chance.happens(0.5);
    await world.decide(mail, arrived, now);
    if (arrived) known.arrived.add(keyOf(mail));
  }
}

function hold(known: Known, now: number) {
  const isHeld = known.isPaused || known.isStopped;
  known.heldSince = isHeld ? (known.heldSince ?? now) : null;
  known.stoppedSince = known.isStopped ? (known.stoppedSince ?? now) : null;
}
