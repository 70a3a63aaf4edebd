import { doubtful, lookedFor, type WaitReason } from "@/db/schema/words";
import { singleRunName } from "../../../singles/single-run-name";
import type { Next } from "../../run/advance-contact";
import type { SentStep } from "../../run/sent-step";
import type { Run } from "../runs/world";
import { type Draft, isOpen, isWithExchange, type Person, type Rows, takeBackSlot } from "./rows";
import { restMs } from "./runs";

/** The only draft of somebody who is written to by hand. */
const draftOf = (reader: Person) => reader.drafts[0] as Draft;

/** As planSingle. */
export function planReader(rows: Rows, reader: Person, at: number, now: number): void {
  Object.assign(draftOf(reader), { slot: at, status: "scheduled" });
  reader.admission += 1;
  const runId = singleRunName(String(reader.place), reader.admission);
  Object.assign(reader, { runId, admittedAt: now, reason: null, nextAt: null });
  rows.planned = rows.planned.filter(({ person }) => person !== reader.place);
  rows.planned.push({ person: reader.place, runId });
}

/** As lookAtSingle, and the step of its run that sends. */
export async function advanceReader(
  reader: Person,
  runId: string,
  now: () => number,
  send: (draft: Draft) => Promise<SentStep>,
): Promise<Next> {
  if (reader.runId !== runId || !isOpen(reader)) return { kind: "ended" };
  const draft = draftOf(reader);
  const { delivery, slot } = draft;
  const at = delivery && lookedFor.includes(delivery.state) ? (delivery.nextLookAt ?? now()) : slot;
  if (at === null) {
    reader.runId = null;
    return { kind: "ended" };
  }
  if (at > now()) return { kind: "sleep", sequenceId: "", at: new Date(at).toISOString(), restMs: restMs(at, now()) };
  const sent = await send(draft);
  return sent.kind === "again"
    ? { kind: "again", sequenceId: "", restMs: restMs(Date.parse(sent.at), now()) }
    : { kind: "ended" };
}

/** As keepWait. */
export function keepReaderWait(
  reader: Person,
  runId: string,
  step: SentStep & { why?: WaitReason | null },
  now: number,
): SentStep {
  if (step.kind !== "again" && step.kind !== "wait") return step;
  const { slot } = draftOf(reader);
  if (reader.runId === runId && isOpen(reader))
    Object.assign(reader, {
      runId: step.kind === "again" ? runId : null,
      nextAt: step.kind === "again" ? Date.parse(step.at) : null,
      reason: slot !== null && slot > now ? null : (step.why ?? null),
    });
  return step.kind === "again" ? { kind: "again", at: step.at } : { kind: "wait" };
}

const missedMs = 90_000;
const patienceMs = 30 * 60_000;
const lateMs = 15 * 60_000;

/** As lookOverSingles. @returns the runs that the engine is told of. */
export function lookOverReaders(rows: Rows, now: number): Run[] {
  const leavesAt = ({ leaveAt }: Person) => leaveAt as number;
  const due = rows.readers
    .filter((reader) => {
      const { status, slot } = draftOf(reader);
      const isSigned = status === "approved" || status === "scheduled";
      return isOpen(reader) && isSigned && (slot === null || slot <= now || reader.runId === null || reader.reason !== null);
    })
    .map((reader) => ({ reader, draft: draftOf(reader), ...standsAgainst(rows, reader, now), isFree: isFree(reader, now) }))
    .sort(
      (a, b) =>
        (a.draft.slot ?? leavesAt(a.reader)) - (b.draft.slot ?? leavesAt(b.reader)) || leavesAt(a.reader) - leavesAt(b.reader),
    );
  for (const { reader, draft, reason, from, isFree: wasFree } of due) {
    const isOver = draft.slot !== null && draft.slot < now - lateMs && (wasFree || reason !== "in_line");
    const isLate = isOver && takeBackSlot(draft);
    const free = wasFree || isLate;
    const isAhead = (draft.slot ?? leavesAt(reader)) > now;
    if (free && !isWithExchange(draft) && (isAhead || reason === "in_line")) {
      planReader(rows, reader, draft.slot ?? Math.max(leavesAt(reader), now), now);
      continue;
    }
    const said = { reason: reader.reason, nextAt: reader.nextAt };
    const says = isAhead
      ? { reason: null, nextAt: null }
      : reason !== "in_line"
        ? { reason, nextAt: from }
        : isWithExchange(draft)
          ? { reason: null, nextAt: reader.nextAt }
          : free || (reader.reason === null && (draft.slot ?? now) < now - lateMs)
            ? { reason, nextAt: null }
            : said;
    Object.assign(reader, says, isLate ? { runId: null } : {});
  }
  return rows.planned.splice(0).sort((a, b) => a.person - b.person);
}

/** As listDue has it. */
function isFree(reader: Person, now: number): boolean {
  if (reader.runId === null) return true;
  const lately = now - missedMs;
  const { slot } = draftOf(reader);
  const isNew = (reader.admittedAt ?? 0) > now - Math.min((now - (reader.leaveAt as number)) / 2, patienceMs);
  const isOfTheRun = reader.reason === null || ["in_line", "mailbox_unreadable"].includes(reader.reason);
  return (
    Math.max(slot ?? 0, reader.admittedAt ?? 0) < lately &&
    !isNew &&
    !(isOfTheRun && reader.nextAt !== null && reader.nextAt >= lately)
  );
}

function standsAgainst(rows: Rows, reader: Person, now: number): { reason: WaitReason; from: number | null } {
  const { delivery } = draftOf(reader);
  const isDoubtful = delivery !== null && doubtful.includes(delivery.state);
  const rests = rows.restsUntil !== null && rows.restsUntil > now;
  const reason = rows.stopped ? "paused" : rests ? "mailbox_limited" : isDoubtful ? "in_doubt" : "in_line";
  return { reason, from: isDoubtful ? (delivery?.nextLookAt ?? null) : rows.restsUntil };
}
