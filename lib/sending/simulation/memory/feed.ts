import { doubtful, unsettled, type WaitReason, waitReasons } from "@/db/schema/words";
import { allocateSlots } from "../../../schedule/allocate-slots";
import { toInstant } from "../../../schedule/clock/instants";
import { zoneClock } from "../../../schedule/clock/zone-clock";
import { explainWait } from "../../../schedule/explain-wait";
import { localDay } from "../../../schedule/local-day";
import { isSending, type Queue } from "../../queue/lock-queue";
import type { Breach } from "../breach";
import { byKey, countDay } from "../count-days";
import type { Run } from "../runs/world";
import {
  type Draft,
  draftsByHand,
  draftsOf,
  endPerson,
  fillDue,
  isOpen,
  isWithExchange,
  nextDraft,
  type Person,
  type Rows,
  writeDraft,
} from "./rows";
import { lookAfterRows } from "./runs";
import { without } from "./without";

const horizonMs = 24 * 3_600_000;
type Given = { usedToday: number; roomFrom: number | null; wake: Run[] };

/** As sweepCampaign and feedCampaign: the SQL is modelled here, what is decided is decided by production's own functions. */
export function feedRows(rows: Rows, now: number, breach: Breach | null): Run[] {
  for (const person of rows.persons) writeDraft(rows, person);
  for (const person of rows.persons)
    if (isOpen(person) && person.step >= rows.steps.length && (person.lastSentAt as number) < now - 120_000)
      endPerson(person, "got every mail");
  for (const person of rows.persons)
    for (const draft of person.drafts)
      if (isOpen(person) && draft.delivery?.state === "failed" && draft.slot === null) {
        endPerson(person, "could not be sent");
        draft.status = "failed";
      }
  if (rows.status === "draft" || rows.status === "completed") return [];
  for (const person of rows.persons) fillDue(rows, person);
  const sending = isSending(queueOf(rows));
  const given = sending ? giveSlots(rows, now, breach) : null;
  const admitted = sending ? lookAfterRows(rows, now) : [];
  explainAll(rows, given, now);
  if (breach === "reason") for (const person of rows.persons) if (person.reason === "in_line") person.reason = null;
  const isDone = rows.persons.every((person) => !isOpen(person)) || breach === "completed";
  const isSettled = draftsOf(rows).every(({ delivery }) => !delivery || !unsettled.includes(delivery.state));
  if (rows.status === "active" && isDone && isSettled) rows.status = "completed";
  return [...(given?.wake ?? []), ...admitted].sort((a, b) => a.person - b.person);
}

function queueOf(rows: Rows): Queue {
  return {
    campaignId: "",
    senderAccountId: "",
    email: "",
    explainedAs: null,
    status: rows.status,
    stopped: rows.stopped,
    mailboxConnected: true,
    trouble: rows.restsUntil === null ? null : "limited",
    troubleUntil: rows.restsUntil === null ? null : new Date(rows.restsUntil),
    isGuarded: false,
    isUnproven: false,
    isUnread: false,
    goesOnSince: null,
    rules: rows.rules,
  };
}

/** As lockCandidates. */
function candidatesOf(rows: Rows, now: number): { person: Person; draft: Draft }[] {
  const found = rows.persons.flatMap((person) => {
    const draft = nextDraft(person);
    if (!draft || !isOpen(person) || draft.status !== "approved" || draft.signed === null || draft.slot !== null) return [];
    if (isWithExchange(draft) || draft.delivery?.state === "failed") return [];
    if (draft.step > 1 && (person.dueAt === null || person.dueAt > now + horizonMs)) return [];
    return [{ person, draft }];
  });
  const due = ({ person }: { person: Person }) => person.dueAt ?? Number.POSITIVE_INFINITY;
  const order = (a: (typeof found)[0], b: (typeof found)[0]) => (due(a) === due(b) ? 0 : due(a) - due(b));
  found.sort((a, b) => Number(b.draft.step > 1) - Number(a.draft.step > 1) || order(a, b) || a.person.place - b.person.place);
  return found.slice(0, rows.rules.dailyLimit * 2 + 1);
}

/** As allocate, readDayUse and giveSlots. */
function giveSlots(rows: Rows, now: number, breach: Breach | null): Given {
  const all = draftsOf(rows);
  const clock = zoneClock(rows.rules.timeZone);
  const left = all.flatMap((draft) => (isWithExchange(draft) ? (draft.delivery?.submittedAt ?? []) : []));
  const held = all.filter(({ slot }) => slot !== null);
  const used = new Map<number, number>();
  const today = clock.dayOf(now);
  const unsent = held.filter((draft) => !(isWithExchange(draft) && draft.delivery?.submittedAt));
  for (const at of [...left, ...unsent.map(({ slot }) => slot as number)]) {
    const day = clock.dayOf(at);
    if (day >= today && day <= today + 3) countDay(used, day);
  }
  const since = now - Math.max(rows.rules.spacingSeconds, 120) * 1000;
  const candidates = candidatesOf(rows, now);
  // Without anybody to plan for there is nothing in a plan.
  const plan =
    candidates.length === 0
      ? { slots: [], waiting: [] }
      : allocateSlots({
          rules: without(rows.rules, breach),
          now: toInstant(now),
          horizonHours: 24,
          used: byKey(used, today),
          taken: [...left.filter((at) => at > since), ...held.map(({ slot }) => slot as number)].map((at) => toInstant(at)),
          mailboxTaken: takenByHand(rows, since),
          candidates: candidates.map(({ person, draft }) => ({
            id: String(person.place),
            kind: draft.step === 1 ? "first" : "followup",
            notBefore: toInstant(person.dueAt),
          })),
        });
  const wake: Run[] = [];
  for (const { id, at } of plan.slots) {
    const person = rows.persons[Number(id)] as Person;
    const draft = nextDraft(person) as Draft;
    Object.assign(draft, { slot: at.epochMilliseconds, isMoved: false, status: "scheduled" });
    if (person.runId && person.runDueAt === null) {
      person.runDueAt = now;
      wake.push({ person: person.place, runId: person.runId });
    } else if (person.runDueAt !== null && person.runDueAt > at.epochMilliseconds) person.runId = null;
  }
  const end = localDay(rows.rules, toInstant(now)).end.epochMilliseconds;
  const next = plan.waiting.find(({ id }) => (rows.persons[Number(id)] as Person).step === 0) ?? plan.waiting[0];
  return {
    usedToday: (used.get(today) ?? 0) + plan.slots.filter(({ at }) => at.epochMilliseconds < end).length,
    roomFrom: next?.from?.epochMilliseconds ?? null,
    wake,
  };
}

/** As readDayUse has what else its mailbox sends. */
function takenByHand(rows: Rows, since: number) {
  const byHand = draftsByHand(rows);
  const left = byHand.flatMap((draft) => (isWithExchange(draft) ? (draft.delivery?.submittedAt ?? []) : []));
  return [...left.filter((at) => at > since), ...byHand.flatMap(({ slot }) => slot ?? [])].map((at) => toInstant(at));
}

/** As explainCampaign, waitFacts and holdsInMail. */
function explainAll(rows: Rows, given: Given | null, now: number): void {
  const general = explainWait(rows.rules, {
    now: toInstant(now),
    usedToday: given?.usedToday ?? 0,
    ...(given?.roomFrom ? { roomFrom: toInstant(given.roomFrom) } : {}),
  })({ notBefore: null, slot: null });
  const tomorrow = localDay(rows.rules, toInstant(now)).end.epochMilliseconds;
  for (const person of rows.persons.filter(isOpen)) {
    const draft = nextDraft(person);
    const slot = draft?.slot ?? null;
    const state = draft?.delivery?.state;
    const holds: Partial<Record<WaitReason, boolean>> = {
      paused: rows.status === "paused" || rows.stopped,
      mailbox_limited: rows.restsUntil !== null,
      in_doubt: state !== undefined && doubtful.includes(state),
      being_written: !draft,
      delay: person.dueAt !== null && person.dueAt > now,
      needs_signature: draft?.status === "draft",
      window_closed: general.reason === "window_closed",
      daily_limit: general.reason === "daily_limit" && (slot === null || slot >= tomorrow),
      in_line: true,
    };
    const reason = waitReasons.find((one) => holds[one]) as WaitReason;
    const told =
      person.reason === "delay" && person.nextAt !== null && person.nextAt >= (person.dueAt ?? 0) ? person.nextAt : person.dueAt;
    const line = slot ?? general.from?.epochMilliseconds ?? null;
    const times: Partial<Record<WaitReason, number | null>> = {
      mailbox_limited: rows.restsUntil,
      in_doubt: draft?.delivery?.nextLookAt ?? null,
      delay: slot ?? told,
      window_closed: line,
      daily_limit: line,
      in_line: line,
    };
    person.reason = reason;
    person.nextAt = times[reason] ?? null;
  }
}
