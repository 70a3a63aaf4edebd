import { eq, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { type ContactStatus, type DeliveryState, lookedFor, openStatuses } from "@/db/schema/words";
import { endContact } from "../../campaigns/end-contact";
import { holdAt } from "../../campaigns/hold/is-held";

/** What the run of a contact does next. */
export type Plan =
  | { kind: "ended" }
  /** The next step has no draft yet. */
  | { kind: "write"; sequenceId: string }
  /** The delay before the next mail, or a hold, is not over. */
  | { kind: "rest"; sequenceId: string; at: Date }
  /** Nothing can be done before somebody acts: a signature, a slot, a resume. */
  | { kind: "wait"; sequenceId: string }
  | { kind: "send"; sequenceId: string; draftId: string; at: Date };

type Row = {
  status: ContactStatus;
  runId: string | null;
  runDueAt: string | null;
  sequenceId: string | null;
  draftId: string | null;
  slot: string | null;
  rest: string | null;
  state: DeliveryState | null;
  look: string | null;
};

/**
 * Looks where a contact stands and says what its run does next, and writes down when that is: a run that does not act then is late. A run that lost the
 * contact to a newer one is told that it ended. A contact that got every mail is ended here.
 * @param isCalled whether the engine called the run for this, and it does not look once more by itself: only that says how far the engine is.
 */
export async function planMail(
  scope: Scope,
  campaignContactId: string,
  runId: string,
  now: Date,
  isCalled = true,
): Promise<Plan> {
  return withTeam(scope, async (tx): Promise<Plan> => {
    const [row] = await readRows<Row>(
      tx,
      sql`select c.status, c.run_id as "runId", c.run_due_at as "runDueAt", s.id as "sequenceId", d.id as "draftId", e.scheduled_for as slot,
            case when h.id is not null and h.until is null then null else greatest(c.due_at, h.until) end as rest, v.state, v.next_look_at as look
          from campaign_contacts c
            left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
            left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id
            left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
            left join deliveries v on v.draft_id = d.id
            left join lateral (select h.id, h.until from ${holdAt(now)}) h on true
          where c.id = ${campaignContactId} for update of c`,
    );
    if (!row || row.runId !== runId || !openStatuses.includes(row.status)) return { kind: "ended" };
    if (!row.sequenceId) {
      // Its own run ends with it, and is not cancelled.
      await tx.update(campaignContacts).set({ runId: null, runDueAt: null }).where(eq(campaignContacts.id, campaignContactId));
      await endContact(tx, { teamId: scope.teamId, campaignContactId, isByRun: true }, "got every mail", now);
      return { kind: "ended" };
    }
    const plan = judge(row, row.sequenceId, now);
    const due = isCalled && row.runDueAt ? instantOf(row.runDueAt) : null;
    // One that is woken before its time says nothing of what is to come.
    const seen = due && due > now ? now : due;
    await tx
      .update(campaignContacts)
      .set({ runDueAt: dueOf(plan, now), ...(seen ? { runSeenDue: seen } : {}) })
      .where(eq(campaignContacts.id, campaignContactId));
    return plan;
  });
}

function judge({ draftId, state, look, slot, rest }: Row, sequenceId: string, now: Date): Plan {
  if (!draftId) return { kind: "write", sequenceId };
  const looks = state !== null && lookedFor.includes(state);
  const at = looks ? (instantOf(look) ?? now) : instantOf(slot);
  if (at) return { kind: "send", sequenceId, draftId, at };
  const restsUntil = instantOf(rest);
  return restsUntil && restsUntil > now ? { kind: "rest", sequenceId, at: restsUntil } : { kind: "wait", sequenceId };
}

/** When the run is to act next; null where it waits to be told. What is to be done now is due now. */
function dueOf(plan: Plan, now: Date): Date | null {
  if (plan.kind === "wait") return null;
  return "at" in plan && plan.at > now ? plan.at : now;
}
