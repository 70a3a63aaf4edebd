import type {
  CampaignStatus,
  ContactStatus,
  DeliveryState,
  DraftStatus,
  EndReason,
  SingleEnd,
  WaitReason,
} from "@/db/schema/words";
import { endings, withExchange } from "@/db/schema/words";
import { toInstant } from "../../../schedule/clock/instants";
import { endOfDelay } from "../../../schedule/end-of-delay";
import type { SendingRules } from "../../../schedule/types";
import { runName } from "../../queue/runs/run-name";
import type { Run, Setup } from "../runs/world";

/** The rows of the tables as far as sending one campaign from one mailbox reads them; times are epoch ms. */
export type Person = {
  place: number;
  status: ContactStatus;
  ended: EndReason | SingleEnd | null;
  step: number;
  lastSentAt: number | null;
  dueAt: number | null;
  runId: string | null;
  admission: number;
  admittedAt: number | null;
  /** When the run is to act next, and when it was to act as it acted last. */
  runDueAt: number | null;
  runSeenDue: number | null;
  reason: WaitReason | null;
  nextAt: number | null;
  /** Found after they were enrolled. */
  answered: boolean;
  suppressed: boolean;
  drafts: Draft[];
  /** Of who is written to by hand: when their mail is to leave. */
  leaveAt: number | null;
};
export type Draft = {
  step: number;
  status: DraftStatus;
  version: string;
  /** The version that a live signature covers. */
  signed: string | null;
  /** The version that the draft's row would hand over: as it was signed last. */
  request: string | null;
  slot: number | null;
  /** Whether the slot was moved because the mail might not leave at it. */
  isMoved: boolean;
  delivery: Delivery | null;
};
export type Delivery = {
  state: DeliveryState;
  resends: number;
  looks: number;
  request: string;
  errorCode: string | null;
  graphId: string | null;
  createdAt: number;
  nextLookAt: number | null;
  submittedAt: number | null;
  acceptedAt: number | null;
  recorded: boolean;
};
export type Rows = Setup & {
  status: CampaignStatus;
  stopped: boolean;
  /** Until when the mailbox rests, as its row says. */
  restsUntil: number | null;
  persons: Person[];
  /** Those of all persons. */
  drafts: Draft[];
  /** Those who are written to by hand, each with one draft; and runs of theirs that the engine was not told of yet. */
  readers: Person[];
  planned: Run[];
};

export function makeRows(setup: Setup): Rows {
  const persons = Array.from({ length: setup.people }, (_, place) => blankPerson(place));
  return {
    ...setup,
    ...{ status: "active", stopped: false, restsUntil: null, persons, drafts: [] },
    readers: setup.byHand.map((leaveAt, n) => ({
      ...blankPerson(setup.people + n),
      leaveAt,
      drafts: [{ ...blankDraft(1), status: "approved", signed: "v1", request: "v1" }],
    })),
    planned: [],
  };
}

function blankPerson(place: number): Person {
  return {
    place,
    status: "pending",
    ended: null,
    step: 0,
    lastSentAt: null,
    dueAt: null,
    runId: null,
    admission: 0,
    admittedAt: null,
    runDueAt: null,
    runSeenDue: null,
    reason: null,
    nextAt: null,
    answered: false,
    suppressed: false,
    drafts: [],
    leaveAt: null,
  };
}

function blankDraft(step: number): Draft {
  return { step, status: "draft", version: "v1", signed: null, request: null, slot: null, isMoved: false, delivery: null };
}

export const isOpen = (person: Person) => person.status === "pending" || person.status === "in_progress";
export const isWithExchange = (draft: Draft) => draft.delivery !== null && withExchange.includes(draft.delivery.state);
export const nextDraft = (person: Person) => person.drafts.find((draft) => draft.step === person.step + 1) ?? null;
export const draftsOf = (rows: Rows) => rows.drafts;
export const draftsByHand = (rows: Rows) => rows.readers.flatMap(({ drafts }) => drafts);
export const nameRun = (person: Person) => runName(String(person.place), person.admission);

/** As takeBackSlots: what Exchange has, or may have, keeps its slot. @returns whether it had one to take. */
export function takeBackSlot(draft: Draft): boolean {
  if (draft.slot === null || isWithExchange(draft)) return false;
  draft.slot = null;
  if (draft.status === "scheduled") draft.status = "approved";
  return true;
}

/** As endContact, and as endSingles. */
export function endPerson(person: Person, reason: EndReason): void {
  if (isOpen(person)) Object.assign(person, { status: endings[reason], ended: reason, reason: null, nextAt: null });
  if (person.leaveAt !== null) person.runId = null;
  for (const draft of person.drafts) takeBackSlot(draft);
}

/** As fillDueTimes. */
export function fillDue(rows: Pick<Rows, "steps" | "rules">, person: Person): void {
  const delay = rows.steps[person.step];
  if (!delay || !isOpen(person) || person.lastSentAt === null || person.dueAt !== null) return;
  person.dueAt = endOfDelay(toInstant(person.lastSentAt), delay, rules(rows)).epochMilliseconds;
}

const rules = (rows: Pick<Rows, "rules">): SendingRules => rows.rules;

/** As recordAccepted. */
export function recordAccepted(rows: Rows, person: Person, draft: Draft, sentAt: number): void {
  if (!draft.delivery || draft.delivery.recorded) return;
  draft.delivery.recorded = true;
  draft.status = "sent";
  draft.slot = null;
  if (person.leaveAt !== null) {
    Object.assign(person, { status: "completed", ended: "sent", runId: null, reason: null, nextAt: null });
    return;
  }
  person.step = Math.max(person.step, draft.step);
  Object.assign(person, { lastSentAt: sentAt, dueAt: null, reason: null, nextAt: null });
  if (person.status === "pending") person.status = "in_progress";
  fillDue(rows, person);
}

/** As writeDrafts: the next draft of somebody who has none yet. */
export function writeDraft(rows: Rows, person: Person): void {
  if (!isOpen(person) || person.step >= rows.steps.length || nextDraft(person)) return;
  const draft = blankDraft(person.step + 1);
  person.drafts.push(draft);
  rows.drafts.push(draft);
}
