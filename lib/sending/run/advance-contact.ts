import { setTimeout } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { type Clock, databaseClock, readClock } from "@/db/access/database-clock";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { writeDrafts } from "../../drafts/write/write-drafts";
import type { LookFirst } from "../ledger/hear-first";
import { planMail } from "./plan-mail";
import { restUntil } from "./rest-until";
import { sendPlanned } from "./send-planned";

/** The contact, the mailbox that writes to it, and the run that does. */
export type Held = { campaignContactId: string; senderAccountId: string; runId: string };

/**
 * How a run goes on, as JSON: it sleeps until an instant (ISO), tries again after so many milliseconds, waits to be told, or is over.
 * `sequenceId`: the step at which it stands. `restMs` is by the database's clock.
 */
export type Next =
  | { kind: "ended" }
  | { kind: "sleep"; sequenceId: string; at: string; restMs: number }
  | { kind: "again"; sequenceId: string; restMs: number }
  | { kind: "wait"; sequenceId: string };

/** A mail and the draft of the next, and once more where something changed meanwhile. */
const turns = 6;
const silentMs = 60_000;
/** A real server wakes a run up to half a second early: it waits here, and is not put to sleep again. */
const earlyMs = 1000;

/**
 * Brings the sequence of a contact as far as it goes at this moment: sends the mail whose slot has come, writes the draft that follows it, and says
 * when to go on. Every decision is made in the database, so that it is safe to call again wherever it ended before.
 * @param lookFirst reads the mailbox before a follow-up leaves; see hearFirst.
 */
export async function advanceContact(
  scope: Scope,
  held: Held,
  clock: Clock = databaseClock,
  lookFirst: LookFirst | null = null,
): Promise<Next> {
  let sequenceId = "";
  for (let turn = 0; turn < turns; turn++) {
    const now = await readClock(scope.teamId, clock);
    const plan = await planMail(scope, held.campaignContactId, held.runId, now, turn === 0);
    if (plan.kind === "ended") return plan;
    sequenceId = plan.sequenceId;
    if (plan.kind === "wait") return plan;
    if (plan.kind === "rest" || (plan.kind === "send" && plan.at.getTime() > now.getTime() + earlyMs)) {
      const at = plan.at.toISOString();
      return { kind: "sleep", sequenceId, at, restMs: await restUntil(scope.teamId, at, clock) };
    }
    if (plan.kind === "write") {
      const { silent } = await writeDrafts(scope, { campaignContactId: held.campaignContactId }, now, 1);
      if (silent > 0) return again(scope, held, clock, sequenceId, new Date(now.getTime() + silentMs).toISOString());
      continue;
    }
    if (plan.at > now) await setTimeout(plan.at.getTime() - now.getTime());
    const sent = await sendPlanned(scope, { ...held, draftId: plan.draftId }, clock, lookFirst);
    if (sent.kind === "ended") return sent;
    if (sent.kind === "again") return again(scope, held, clock, sequenceId, sent.at);
    if (sent.kind === "wait") {
      await noteDue(scope, held, null);
      return { kind: "wait", sequenceId };
    }
  }
  return again(scope, held, clock, sequenceId, (await readClock(scope.teamId, clock)).toISOString());
}

async function again(scope: Scope, held: Held, clock: Clock, sequenceId: string, at: string): Promise<Next> {
  await noteDue(scope, held, new Date(at));
  return { kind: "again", sequenceId, restMs: await restUntil(scope.teamId, at, clock) };
}

/** When the run is to act next; null where it waits to be told. One that was replaced meanwhile says nothing for the run that came after it. */
function noteDue(scope: Scope, { campaignContactId, runId }: Held, runDueAt: Date | null) {
  const isOwn = and(eq(campaignContacts.id, campaignContactId), eq(campaignContacts.runId, runId));
  return withTeam(scope, (tx) => tx.update(campaignContacts).set({ runDueAt }).where(isOwn));
}
