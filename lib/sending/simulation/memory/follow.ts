import type { WaitReason } from "@/db/schema/words";
import { toInstant } from "../../../schedule/clock/instants";
import { placeBehind } from "../../../schedule/place-behind";
import { againIn, type SentStep } from "../../run/sent-step";
import { reasonOf } from "../../singles/reason-of";
import { keepReaderWait } from "./by-hand";
import type { Outcome, Sender } from "./outcome";
import { draftsOf, endPerson } from "./rows";
import { without } from "./without";

/** What came of it for the run: of a campaign's contact, or of a mail by hand. */
export function follow(sender: Sender, outcome: Outcome): SentStep {
  if (sender.person.leaveAt === null) return followContact(sender, outcome);
  return keepReaderWait(sender.person, sender.runId, followReader(sender, outcome), sender.now());
}

/** As follow and followRefusedSingle. */
function followReader({ person, draft, now }: Sender, outcome: Outcome): SentStep & { why?: WaitReason | null } {
  if (outcome.kind === "busy") return againIn(2000, new Date(now()));
  if (outcome.kind === "sent") return { kind: "sent" };
  if (outcome.kind === "doubt") return { ...again(outcome.at), why: "in_doubt" };
  if (outcome.kind === "later") return again(outcome.at);
  if (outcome.kind === "review") return { kind: "wait", why: "in_doubt" };
  if (outcome.kind === "failed") {
    endPerson(person, "could not be sent");
    draft.status = "failed";
    return { kind: "ended" };
  }
  const { reason, from } = outcome.refusal;
  const why = reasonOf[reason];
  if (reason === "ended" || reason === "lost its run") return { kind: "ended" };
  if (reason === "suppressed") {
    endPerson(person, "suppressed");
    return { kind: "ended" };
  }
  if (reason === "mailbox rests") return { ...againIn((from?.epochMilliseconds ?? now()) - now(), new Date(now())), why };
  return reason === "not yet" && from ? { ...again(from.epochMilliseconds), why } : { kind: "wait", why };
}

/** As follow and followRefused. */
function followContact(sender: Sender, outcome: Outcome): SentStep {
  const { person, draft, now } = sender;
  if (outcome.kind === "busy") return again(moveLate(sender, Date.parse(againIn(2000, new Date(now())).at), true));
  if (outcome.kind === "sent") return { kind: "sent" };
  if (outcome.kind === "doubt" || outcome.kind === "later") return again(outcome.at);
  if (outcome.kind === "review") return { kind: "wait" };
  if (outcome.kind === "failed") {
    endPerson(person, "could not be sent");
    draft.status = "failed";
    return { kind: "ended" };
  }
  const { reason, from } = outcome.refusal;
  if (reason === "ended" || reason === "lost its run") return { kind: "ended" };
  if (reason === "suppressed" || reason === "answered") {
    endPerson(person, reason === "answered" ? "replied" : "suppressed");
    return { kind: "ended" };
  }
  if (reason === "mailbox rests") return againIn((from?.epochMilliseconds ?? now()) - now(), new Date(now()));
  if (reason !== "not yet" || !from) return { kind: "wait" };
  return again(moveLate(sender, from.epochMilliseconds));
}

const again = (at: number): SentStep => ({ kind: "again", at: new Date(at).toISOString() });

/** As moveLate and placeLate. @returns when to try again. */
function moveLate({ rows, draft, now, breach }: Sender, from: number, lateOnly = false): number {
  if (draft.slot === null || draft.slot >= from || (lateOnly && draft.slot > now())) return from;
  const taken = draftsOf(rows).flatMap((one) =>
    one !== draft && one.isMoved && one.slot !== null && one.slot >= now() ? [one.slot] : [],
  );
  const at = { now: toInstant(now()), from: toInstant(from), taken: taken.map((one) => toInstant(one)) };
  const to = placeBehind(without(rows.rules, breach), at).epochMilliseconds;
  if (draft.slot < to) Object.assign(draft, { slot: to, isMoved: true });
  return to;
}
