import {
  type ContactStatus,
  type DeliveryState,
  openStatuses,
  type WaitReason,
  waitReasons,
  withExchange,
} from "@/db/schema/words";
import { BreachFound } from "../breach";
import { keyOf, type Setup, type Snapshot, type Standing } from "./world";

/** Reasons that only a person, or the run that goes on at once, can end; every other has a time. */
const timeless: readonly (WaitReason | null)[] = ["paused", "being_written", "needs_signature", "in_doubt"];

export const isOpenNow = ({ status }: Standing) => openStatuses.includes(status as ContactStatus);

/** After a sweep everybody open says why, and from when. @throws BreachFound. */
export function checkReasons({ people, campaign }: Snapshot, now: number): void {
  if (campaign === "completed") return;
  for (const [place, one] of people.entries()) {
    if (!isOpenNow(one)) continue;
    const reason = one.reason as WaitReason | null;
    if (reason === null || !waitReasons.includes(reason))
      throw new BreachFound("reason", `person ${place} waits without a reason`);
    if (one.nextAt === null && !timeless.includes(reason))
      throw new BreachFound("reason", `person ${place} waits (${reason}) without a time`);
    if (one.slot === null && one.nextAt !== null && one.nextAt < now && reason !== "in_doubt")
      throw new BreachFound("reason", `person ${place} waits (${reason}) for a time that is over`);
  }
}

/** A mail by hand whose time is over gives its slot back after a quarter of an hour; one without a slot says why. */
const lateMs = 16 * 60_000;

/** After a look over the mails by hand. @throws BreachFound. */
export function checkByHand({ byHand }: Snapshot, now: number): void {
  for (const [n, { ended, reason, slot, state }] of byHand.entries()) {
    if (ended !== null || withExchange.includes(state as DeliveryState)) continue;
    if (reason === null && (slot === null || slot < now - lateMs))
      throw new BreachFound("reason", `mail ${n} by hand is late (${slot}) without a reason`);
  }
}

/** What holds after every event. @throws BreachFound. */
export function checkSnapshot({ campaign, people, unsettled }: Snapshot, was: Snapshot | null): void {
  if (campaign === "completed" && (people.some(isOpenNow) || unsettled > 0))
    throw new BreachFound("completed", "the campaign is completed while somebody is open or a mail in doubt");
  for (const [place, one] of people.entries()) {
    const before = was?.people[place];
    if (before && one.step < before.step)
      throw new BreachFound("lost", `person ${place} went back from step ${before.step} to ${one.step}`);
    if (!isOpenNow(one) && one.ended === null) throw new BreachFound("reason", `person ${place} ended without a reason`);
  }
}

/** Nothing more will come of it. */
export const isOver = ({ campaign, unsettled, byHand }: Snapshot) =>
  campaign === "completed" && unsettled === 0 && byHand.every(({ ended }) => ended !== null);

/** What counts as sent is there, and nobody is left. @param isThere whether a mail left, or a person said so. @throws BreachFound. */
export function checkEnd(snapshot: Snapshot | null, { people, steps }: Setup, isThere: (key: string) => boolean): void {
  if (!snapshot || !isOver(snapshot))
    throw new BreachFound("lost", "nothing is planned any more, and people or mails by hand are open");
  const missing = snapshot.people.findIndex((one) => one.ended === "got every mail" && one.step < steps.length);
  if (missing >= 0) throw new BreachFound("lost", `person ${missing} is said to have got every mail`);
  const said = [
    ...snapshot.people.flatMap(({ step: sent }, person) =>
      Array.from({ length: sent }, (_, n) => keyOf({ person, step: n + 1 })),
    ),
    ...snapshot.byHand.flatMap(({ ended }, n) => (ended === "sent" ? keyOf({ person: people + n, step: 1 }) : [])),
  ];
  for (const key of said) if (!isThere(key)) throw new BreachFound("lost", `mail ${key} counts as sent and is nowhere`);
}
