import type { Temporal } from "temporal-polyfill";
import { allocateSlots, type SlotCandidate } from "../../../schedule/allocate-slots";
import { toInstant } from "../../../schedule/clock/instants";
import { zoneClock } from "../../../schedule/clock/zone-clock";
import { endOfDelay } from "../../../schedule/end-of-delay";
import { mayLeaveNow } from "../../../schedule/may-leave-now";
import type { SendingRules } from "../../../schedule/types";
import { type Breach, BreachFound } from "../breach";
import { byKey, countDay } from "../count-days";
import { type Chance, seeded } from "../seeded";
import { drawDelay, drawRules, placesOf } from "./draw-rules";
import { judgeSends } from "./judge-sends";

type Mail = {
  id: number;
  step: number;
  due: number;
  slot: number | null;
  sentAt: number | null;
  /** The earliest time that was told of it under the rules of now. */
  told: number | null;
  isDropped?: boolean;
};
type Place = { timeZone: string; at: number };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A story in which nothing left for so long will not end: a week has a window, and no delay is longer than four days. */
const stillMs = 60 * dayMs;
/** As the feeder has it: twice a day's limit is all that can find a place within a day. */
const mostOf = (rules: SendingRules) => rules.dailyLimit * 2 + 1;

/**
 * One campaign near a change of its zone's clock, by lib/schedule alone: slots are given, runs come on time, late or after an outage, ask once more
 * at that instant, and leave or are told from when. Limits, windows and spacing change on the way, a pause takes slots back.
 * @returns how many mails left. @throws BreachFound.
 */
export function tellStory(seed: number, { timeZone, at }: Place, breach: Breach | null = null): number {
  const chance = seeded(seed);
  let rules = drawRules(chance, timeZone);
  const steps = Array.from({ length: chance.int(1, 3) }, () => drawDelay(chance));
  const people = chance.int(5, Math.min(400, Math.max(10, placesOf(rules) * 2)));
  const begins = at - chance.int(0, 50 * hourMs);
  let open = Array.from({ length: people }, (_, id) => blank(id, 1, begins));
  let made = people;
  const judge = judgeSends();
  const clock = zoneClock(timeZone);
  const sent: number[] = [];
  /** The same as instants, made once. */
  const instants: Temporal.Instant[] = [];
  /** So many left on each day of the zone. */
  const sentOn = new Map<number, number>();
  let changes = chance.int(0, 3);
  let now = begins;

  while (open.length > 0 && now < (sent.at(-1) ?? begins) + stillMs) {
    if (changes > 0 && chance.happens(0.2)) {
      changes -= 1;
      if (chance.happens(0.4)) for (const mail of open) mail.slot = null;
      else rules = { ...drawRules(chance, chance.happens(0.9) ? timeZone : rules.timeZone), timeZone };
      for (const mail of open) mail.told = null;
    }
    const earliest = feed();
    const until = now + chance.pick([60_000, 3 * hourMs, 9 * hourMs, 20 * hourMs]);
    const reached = leave(until);
    open = open.filter(isOpen);
    const next = open.reduce((first, { slot }) => Math.min(first, slot ?? first), earliest ?? Number.POSITIVE_INFINITY);
    now = Math.max(reached, until, Number.isFinite(next) ? next : 0);
  }
  judge.ended(people * steps.length);
  return sent.length;

  /** Gives slots; @returns the earliest time at which something can change. */
  function feed(): number | null {
    const candidates = open
      .filter((mail) => mail.slot === null && !mail.isDropped)
      .sort((a, b) => Number(b.step > 1) - Number(a.step > 1) || a.due - b.due || a.id - b.id)
      .filter((mail) => mail.due <= now + dayMs)
      .slice(0, mostOf(rules));
    const held = open.filter((mail) => mail.slot !== null);
    const used = new Map(sentOn);
    for (const { slot } of held) countDay(used, clock.dayOf(slot as number));
    const near = since(now - Math.max(120_000, rules.spacingSeconds * 1000));
    const plan = allocateSlots({
      rules,
      now: toInstant(now),
      used: breach === "limit" ? {} : byKey(used, clock.dayOf(now) - 2),
      taken: breach === "spacing" ? [] : [...near, ...held.map((mail) => toInstant(mail.slot as number))],
      candidates: candidates.map(
        (mail): SlotCandidate => ({
          id: String(mail.id),
          kind: mail.step === 1 ? "first" : "followup",
          notBefore: mail.step === 1 || breach === "early" ? null : toInstant(mail.due),
        }),
      ),
    });
    const byId = new Map(candidates.map((mail) => [String(mail.id), mail]));
    for (const { id, at: slot } of plan.slots) (byId.get(id) as Mail).slot = slot.epochMilliseconds;
    let earliest: number | null = null;
    const said = breach === "reason" ? plan.waiting.slice(1) : plan.waiting;
    for (const { id, reason, from } of [...plan.slots, ...said]) {
      if (!reason || !from || from.epochMilliseconds < now)
        throw new BreachFound("reason", `mail ${id} is told ${reason} from ${from}`);
      const mail = byId.get(id) as Mail;
      byId.delete(id);
      mail.told = from.epochMilliseconds;
      if (mail.slot === null) earliest = Math.min(earliest ?? mail.told, mail.told);
    }
    if (byId.size > 0) throw new BreachFound("reason", `${byId.size} mails are told nothing`);
    const next = open.filter((mail) => mail.due > now).map((mail) => mail.due);
    return next.length > 0 ? Math.min(earliest ?? Number.POSITIVE_INFINITY, ...next) : earliest;
  }

  /** Lets those leave whose slots lie before `until`, each when its run comes. @returns how far time went. */
  function leave(until: number): number {
    let time = now;
    const line = open.filter((mail) => mail.slot !== null && mail.slot < until).sort(bySlot);
    // After an outage all come at once.
    const outage = chance.happens(0.05) ? chance.int(0, 30 * hourMs) : 0;
    const keepsTurn = chance.happens(0.3) && line.length < 40;
    for (let mail = line.shift(); mail; mail = line.shift()) {
      time = Math.max(time, (mail.slot as number) + outage + late(chance));
      if (breach === "lost" && chance.happens(0.01)) {
        mail.isDropped = true;
        mail.slot = null;
        continue;
      }
      const answer = mayLeaveNow(rules, {
        now: toInstant(time),
        usedToday: breach === "limit" ? 0 : (sentOn.get(clock.dayOf(time)) ?? 0),
        lastSentAt: breach === "spacing" ? null : (instants.at(-1) ?? null),
        notBefore: breach === "early" ? null : toInstant(mail.slot),
        mailboxSent: breach === "spacing" ? [] : since(time - 120_000),
      });
      const isBroken = breach === "window" && !answer.ok && answer.reason === "window_closed";
      if (answer.ok || isBroken) {
        depart(mail, time);
        if (breach === "double" && chance.happens(0.01)) judge.sent(mail.id, time + dayMs, mail.due, rules);
      } else if (answer.from) {
        // Some keep their turn and ask again, as many give it back and are given another.
        mail.slot = keepsTurn ? answer.from.epochMilliseconds : null;
        if (mail.slot !== null && mail.slot < until) line.splice(placeOf(line, mail), 0, mail);
      } else throw new BreachFound("lost", `mail ${mail.id} may never leave`);
    }
    return time;
  }

  function since(from: number): Temporal.Instant[] {
    let first = sent.length;
    while (first > 0 && (sent[first - 1] as number) > from) first -= 1;
    return instants.slice(first);
  }

  function depart(mail: Mail, time: number) {
    judge.sent(mail.id, time, mail.due, rules);
    if (mail.told !== null && time < mail.told)
      throw new BreachFound("early", `mail ${mail.id} left before the time that was told`);
    mail.sentAt = time;
    sent.push(time);
    instants.push(toInstant(time));
    countDay(sentOn, clock.dayOf(time));
    const delay = steps[mail.step];
    if (!delay) return;
    const next = endOfDelay(toInstant(time), delay, rules).epochMilliseconds;
    if (next < time) throw new BreachFound("early", `the delay after mail ${mail.id} ends before it`);
    open.push(blank(made, mail.step + 1, next));
    made += 1;
  }
}

const isOpen = (mail: Mail) => mail.sentAt === null;
const blank = (id: number, step: number, due: number): Mail => ({ id, step, due, slot: null, sentAt: null, told: null });
const bySlot = (a: Mail, b: Mail) => (a.slot as number) - (b.slot as number);

function placeOf(line: Mail[], mail: Mail): number {
  const place = line.findIndex((other) => bySlot(other, mail) > 0);
  return place === -1 ? line.length : place;
}

function late(chance: Chance): number {
  if (chance.happens(0.7)) return 0;
  return chance.happens(0.97) ? chance.int(0, 3000) : chance.int(0, 3 * hourMs);
}
