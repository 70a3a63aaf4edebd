import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { type DeliveryState, lookedFor, type SingleEnd } from "@/db/schema/words";

/** What the run of a mail without a campaign does next. The instant is an ISO text: a step's result is kept as JSON. */
export type SinglePlan = { kind: "ended" } | { kind: "send"; draftId: string; at: string };

/**
 * Looks where a mail without a campaign stands: it leaves at its slot, or its doubt is looked at again. A run that lost the mail to a newer one is told that
 * it ended; one that finds no slot gives the mail up.
 */
export async function lookAtSingle(scope: Scope, singleMailId: string, runId: string, now: Date): Promise<SinglePlan> {
  type Row = {
    runId: string | null;
    ended: SingleEnd | null;
    draftId: string;
    slot: string | null;
    state: DeliveryState | null;
    look: string | null;
  };
  return withTeam(scope, async (tx) => {
    const [row] = await readRows<Row>(
      tx,
      sql`select h.run_id as "runId", h.ended_reason as ended, h.draft_id as "draftId", e.scheduled_for as slot, v.state, v.next_look_at as look
          from single_mails h left join scheduled_emails e on e.draft_id = h.draft_id and e.status = 'pending' left join deliveries v on v.draft_id = h.draft_id
          where h.id = ${singleMailId}`,
    );
    if (!row || row.runId !== runId || row.ended) return { kind: "ended" };
    const looks = row.state !== null && lookedFor.includes(row.state);
    const at = looks ? (instantOf(row.look) ?? now) : instantOf(row.slot);
    if (at) return { kind: "send", draftId: row.draftId, at: at.toISOString() };
    await tx.execute(sql`update single_mails set run_id = null where id = ${singleMailId} and run_id = ${runId}`);
    return { kind: "ended" };
  });
}
