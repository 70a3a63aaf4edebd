import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type ContactStatus, type DeliveryState, lookedFor, openStatuses } from "@/db/schema/words";
import { endContact } from "../../campaigns/end-contact";

/** What the run of a contact does next. Instants are ISO texts: a step's result is kept as JSON. */
export type Plan =
  | { kind: "ended" }
  /** The next step has no draft yet. */
  | { kind: "write"; sequenceId: string }
  /** Nothing can be done before somebody acts: a signature, a slot, a resume. */
  | { kind: "wait"; sequenceId: string }
  | { kind: "send"; sequenceId: string; draftId: string; at: string };

/**
 * Looks where a contact stands and says what its run does next. A run that lost the contact to a newer one is told that it ended.
 * A contact that got every mail is ended here.
 */
export async function planMail(scope: Scope, campaignContactId: string, runId: string, now: Date): Promise<Plan> {
  return withTeam(scope, async (tx): Promise<Plan> => {
    type Row = {
      status: ContactStatus;
      runId: string | null;
      sequenceId: string | null;
      draftId: string | null;
      slot: string | null;
      state: DeliveryState | null;
      look: string | null;
    };
    const [row] = await readRows<Row>(
      tx,
      sql`select c.status, c.run_id as "runId", s.id as "sequenceId", d.id as "draftId", e.scheduled_for as slot, v.state, v.next_look_at as look
          from campaign_contacts c
            left join campaign_sequences s on s.campaign_id = c.campaign_id and s.sequence_order = c.current_sequence_step + 1
            left join email_drafts d on d.campaign_contact_id = c.id and d.sequence_id = s.id
            left join scheduled_emails e on e.draft_id = d.id and e.status = 'pending'
            left join deliveries v on v.draft_id = d.id
          where c.id = ${campaignContactId} for update of c`,
    );
    if (!row || row.runId !== runId || !openStatuses.includes(row.status)) return { kind: "ended" };
    const { sequenceId, draftId } = row;
    if (!sequenceId) {
      await endContact(tx, { teamId: scope.teamId, campaignContactId }, "got every mail", now);
      return { kind: "ended" };
    }
    if (!draftId) return { kind: "write", sequenceId };
    const looks = row.state !== null && lookedFor.includes(row.state);
    const at = looks ? (instantOf(row.look) ?? now) : instantOf(row.slot);
    return at ? { kind: "send", sequenceId, draftId, at: at.toISOString() } : { kind: "wait", sequenceId };
  });
}
