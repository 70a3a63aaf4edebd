import { inArray, type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { deliveries } from "@/db/schema/sending";
import { draftedInMailbox, openStatuses, underWay } from "@/db/schema/words";
import { log } from "../../log/log";
import type { Mailbox } from "../../microsoft/graph/clients";
import { itemFault } from "../../microsoft/graph/reading/reading-faults";
import { leaseMailbox } from "../../microsoft/lease-mailbox";
import { discardDraft } from "../ledger/draft-mail";
import type { DeliveryRow } from "../ledger/ensure-delivery";
import { lookForMail } from "../ledger/look-for-mail";
import { verifyDraft } from "../ledger/verify/verify-draft";
import { listStrayAttempts, removeStrays } from "./remove-strays";

/** So many at a time: the mailbox does not send meanwhile. */
const atOnce = 15;

/** Nobody who sends from the mailbox has one of these drafts in hand. */
const lease = { purpose: "send", seconds: 15, patienceMs: 3000 } as const;

/**
 * Removes the drafts of ours that are not to lie in a mailbox, one click from leaving, and what attempts to make one left behind. Each of
 * them can be made anew. Where the sender is busy, the next sweep comes back.
 * @throws what reading the mailbox throws.
 */
export async function removeDrafts(scope: Scope, senderAccountId: string, mailbox: Mailbox, now: Date): Promise<void> {
  const read = async () => ({
    useless: await listUseless(scope, senderAccountId, now),
    strays: await listStrayAttempts(scope, senderAccountId, now),
  });
  const before = await read();
  if (before.useless.length === 0 && before.strays.length === 0) return;
  await leaseMailbox(scope, senderAccountId, lease, async () => {
    // Whoever held the mailbox until now may have sent one of them.
    const { useless, strays } = await read();
    const ids = useless.map(({ id }) => id);
    const rows =
      ids.length === 0 ? [] : await withTeam(scope, (tx) => tx.select().from(deliveries).where(inArray(deliveries.id, ids)));
    for (const row of rows) {
      const isSigned = useless.some(({ id, signed }) => id === row.id && signed);
      await removeOne(scope, row, isSigned, mailbox, now);
    }
    if (strays.length > 0) await removeStrays(scope, strays, mailbox, now);
  });
}

/** An item that Exchange cannot show keeps neither the others there nor the rest of the sweep from its turn. */
async function removeOne(scope: Scope, row: DeliveryRow, isSigned: boolean, mailbox: Mailbox, now: Date) {
  try {
    if (!(await wasTouched(scope, row, isSigned, mailbox, now))) await discardDraft(scope, row, mailbox, now);
  } catch (error) {
    const fault = itemFault(error);
    if (!fault) throw error;
    log.warn({ team: scope.teamId, delivery: row.id, code: fault.code }, "a draft could not be looked at");
  }
}

/**
 * Whether the mailbox's owner sent the draft, or changed a signed one: that is written down and shown, not cleared away.
 * @throws what reading the mailbox throws.
 */
async function wasTouched(scope: Scope, row: DeliveryRow, isSigned: boolean, mailbox: Mailbox, now: Date): Promise<boolean> {
  if (row.state !== "drafted" || !row.graphId) return false;
  if (!isSigned && (await lookForMail(mailbox, row)).kind !== "sent") return false;
  const { kind } = await verifyDraft(scope, row, mailbox, now);
  return kind === "held" || kind === "moved on";
}

/** Drafts that may not leave as they are, at once; and those that may, but not soon. */
async function listUseless(scope: Scope, senderAccountId: string, now: Date): Promise<{ id: string; signed: boolean }[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return withTeam(scope, (tx) =>
    readRows<{ id: string; signed: boolean }>(
      tx,
      sql`select v.id, ${isSigned} as signed from deliveries v left join campaign_contacts c on c.id = v.campaign_contact_id left join campaigns k on k.id = v.campaign_id
            left join single_mails h on h.draft_id = v.draft_id left join scheduled_emails e on e.draft_id = v.draft_id and e.status = 'pending'
          where v.sender_account_id = ${senderAccountId} and v.state in ${anyOf(draftedInMailbox)}
            and (v.state = 'drafting' or v.next_look_at is null or v.next_look_at <= ${at})
            and (${mayNotLeave} or (v.submitted_at is null and ${waits(at)}))
          order by v.created_at limit ${atOnce}`,
    ),
  );
}

const isSigned = sql`exists (select 1 from signatures s where s.draft_id = v.draft_id and s.voided_at is null and s.hash = v.request_hash)`;

/** Its contact or campaign ended or it did itself, its signature is gone or is for another text, or it was found changed. */
const mayNotLeave = sql`(h.ended_reason is not null or c.status not in ${anyOf(openStatuses)} or k.status not in ${anyOf(underWay)}
    or not ${isSigned}
    or exists (select 1 from mail_differences x where x.delivery_id = v.id and x.settled_at is null))`;

/**
 * Held for longer than 15 minutes, or its time is farther away than that. One that was handed over once is left to whoever settles it: made
 * anew, it could leave twice.
 */
function waits(at: SQL): SQL {
  const [lately, soon] = [sql`${at} - interval '15 minutes'`, sql`${at} + interval '15 minutes'`];
  return sql`(exists (select 1 from campaign_pauses p where p.campaign_id = k.id and k.status = 'paused' and p.resumed_at is null and p.paused_at < ${lately})
    or exists (select 1 from team_stops t where t.lifted_at is null and t.stopped_at < ${lately})
    or e.scheduled_for > ${soon}
    or (coalesce(case v.state when 'drafted' then v.drafted_at end, v.next_look_at, v.created_at) < ${lately} and (e.id is null or e.scheduled_for < ${lately})))`;
}
