import { lookedFor } from "@/db/schema/words";
import { aheadMinutes } from "../../queue/is-soon";
import { judgeLate } from "../../queue/runs/judge-late";
import type { Next } from "../../run/advance-contact";
import type { SentStep } from "../../run/sent-step";
import type { Exchange } from "../runs/exchange";
import type { Run } from "../runs/world";
import {
  type Draft,
  endPerson,
  isOpen,
  isWithExchange,
  nameRun,
  nextDraft,
  type Person,
  type Rows,
  takeBackSlot,
  writeDraft,
} from "./rows";

const unusedAfterMs = 90_000;

/** As lookAfterRuns: who is late, and what follows, says production's judgeLate. @returns the runs that are started. */
export function lookAfterRows(rows: Rows, now: number): Run[] {
  const soon = now + aheadMinutes * 60_000;
  const near = rows.persons
    .flatMap((person) => {
      const draft = person.drafts.find(({ slot }) => slot !== null);
      return draft && isOpen(person) && (draft.slot as number) <= soon && !isWithExchange(draft) ? [{ person, draft }] : [];
    })
    .sort((a, b) => (a.draft.slot as number) - (b.draft.slot as number));
  for (const { person, draft } of near)
    if (person.runId && person.runDueAt === null && (draft.slot as number) < now - unusedAfterMs) takeBackSlot(draft);
  const live = near.flatMap(({ person, draft }) => {
    const { place, runId, runDueAt: due, runSeenDue, admittedAt } = person;
    const isNew = runSeenDue === null || admittedAt === null || runSeenDue < admittedAt;
    return runId && due !== null ? [{ id: String(place), due, slot: draft.slot as number, isNew }] : [];
  });
  const seen = rows.persons.flatMap(({ runSeenDue }) => runSeenDue ?? []);
  const { lost, scout } = judgeLate(live, seen.length > 0 ? Math.max(...seen) : null, now);
  const anew = new Set([...lost, scout]);
  const toAdmit = near.filter(({ person }) => person.runId === null || anew.has(String(person.place)));
  return toAdmit.map(({ person }) => {
    person.admission += 1;
    const runId = nameRun(person);
    Object.assign(person, { runId, runDueAt: now, admittedAt: now });
    return { person: person.place, runId };
  });
}

/** As tellPassed. */
export function tellRows(rows: Rows, now: number): Run[] {
  return rows.persons.flatMap((person) => {
    if (!person.runId || person.runDueAt !== null) return [];
    if (!person.drafts.some(({ slot }) => slot !== null && slot <= now)) return [];
    person.runDueAt = now;
    return [{ person: person.place, runId: person.runId }];
  });
}

type Planned =
  | { kind: "ended" }
  | { kind: "write" }
  | { kind: "wait" }
  | { kind: "rest"; at: number }
  | { kind: "send"; at: number; draft: Draft };

/** As planMail. */
function planRow(rows: Rows, person: Person, runId: string, now: number, isCalled: boolean): Planned {
  if (person.runId !== runId || !isOpen(person)) return { kind: "ended" };
  if (person.step >= rows.steps.length) {
    Object.assign(person, { runId: null, runDueAt: null });
    endPerson(person, "got every mail");
    return { kind: "ended" };
  }
  const plan = judge(person, now);
  if (isCalled && person.runDueAt !== null) person.runSeenDue = Math.min(person.runDueAt, now);
  person.runDueAt = plan.kind === "wait" ? null : "at" in plan && plan.at > now ? plan.at : now;
  return plan;
}

function judge(person: Person, now: number): Planned {
  const draft = nextDraft(person);
  if (!draft) return { kind: "write" };
  const { delivery } = draft;
  const looks = delivery !== null && lookedFor.includes(delivery.state);
  const at = looks ? (delivery.nextLookAt ?? now) : draft.slot;
  if (at !== null) return { kind: "send", draft, at };
  return person.dueAt !== null && person.dueAt > now ? { kind: "rest", at: person.dueAt } : { kind: "wait" };
}

/** As restUntil. */
export const restMs = (at: number, now: number) => Math.max(1, Math.ceil((at - now) / 1000)) * 1000;

const turns = 6;
const earlyMs = 1000;
type Advanced = { rows: Rows; person: Person; runId: string; exchange: Exchange; now: () => number };

/** As advanceContact, turn by turn. */
export async function advanceRow(one: Advanced, send: (draft: Draft) => Promise<SentStep>): Promise<Next> {
  const { rows, person, runId, exchange, now } = one;
  const sequenceId = "";
  const rest = (at: number) => restMs(at, now());
  const note = (due: number | null) => {
    if (person.runId === runId) person.runDueAt = due;
  };
  const again = (at: number): Next => {
    note(at);
    return { kind: "again", sequenceId, restMs: rest(at) };
  };
  for (let turn = 0; turn < turns; turn += 1) {
    const plan = planRow(rows, person, runId, now(), turn === 0);
    if (plan.kind === "ended") return { kind: "ended" };
    if (plan.kind === "wait") return { kind: "wait", sequenceId };
    if (plan.kind === "rest" || (plan.kind === "send" && plan.at > now() + earlyMs))
      return { kind: "sleep", sequenceId, at: new Date(plan.at).toISOString(), restMs: rest(plan.at) };
    if (plan.kind === "write") {
      writeDraft(rows, person);
      continue;
    }
    if (plan.at > now()) await exchange.stand(plan.at - now());
    const sent = await send(plan.draft);
    if (sent.kind === "ended") return { kind: "ended" };
    if (sent.kind === "again") return again(Date.parse(sent.at));
    if (sent.kind === "wait") {
      note(null);
      return { kind: "wait", sequenceId };
    }
  }
  return again(now());
}
