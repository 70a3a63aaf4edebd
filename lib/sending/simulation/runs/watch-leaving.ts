import { BreachFound } from "../breach";
import { judgeSends } from "../zones/judge-sends";
import { isOpenNow } from "./check-snapshot";
import type { Known } from "./known";
import { keyOf, type Snapshot } from "./world";

const minuteMs = 60_000;

/** Looks at each mail at the moment in which it leaves, by what is known beside the world. */
export function watchLeaving(known: Known) {
  const { setup } = known;
  const judge = judgeSends();
  const due = new Map<string, number>();
  const leftByHand = new Set<string>();
  /** It has no window and no limit but its mailbox's: only its time. */
  const judgeByHand = (key: string, at: number, leaveAt: number) => {
    if (leftByHand.has(key)) throw new BreachFound("double", `mail ${key} by hand left again`);
    leftByHand.add(key);
    if (at < leaveAt) throw new BreachFound("early", `mail ${key} by hand left ${leaveAt - at} ms too early`);
  };
  /** @param at when its intent was written. @throws BreachFound. */
  return (key: string, version: string, at: number, snapshot: Snapshot | null) => {
    const [person, step] = key.split("/").map(Number) as [number, number];
    const isByHand = person >= setup.people;
    if (isByHand) judgeByHand(key, at, setup.byHand[person - setup.people] as number);
    else judge.sent(person * 10 + step, at, due.get(key) ?? setup.begins, known.rules);
    const ended = known.endedAt.get(person);
    if (ended !== undefined && ended < at) throw new BreachFound("after-answer", `mail ${key} left after its reader had ended`);
    const heldSince = isByHand ? known.stoppedSince : known.heldSince;
    if (heldSince !== null && heldSince < at) throw new BreachFound("paused", `mail ${key} left while sending was held back`);
    if (known.signed.get(key) !== version)
      throw new BreachFound("unsigned", `mail ${key} left as ${version}, signed as ${known.signed.get(key)}`);
    const delay = setup.steps[step];
    if (delay && !isByHand && isOpenNow(snapshot?.people[person] as Snapshot["people"][number]))
      due.set(keyOf({ person, step: step + 1 }), at + (delay.hours * 60 + delay.minutes) * minuteMs);
  };
}
