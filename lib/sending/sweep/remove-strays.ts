import { inArray, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { draftAttempts } from "@/db/schema/attempts";
import { deliveries } from "@/db/schema/sending";
import type { DeliveryState } from "@/db/schema/words";
import { log } from "../../log/log";
import type { Mailbox } from "../../microsoft/graph/clients";
import { deleteDraft } from "../../microsoft/graph/delete-draft";
import { type ListedDraft, listDrafts } from "../../microsoft/graph/drafts/list-drafts";
import { readBareReply } from "../../microsoft/graph/drafts/read-bare-reply";
import { type StrayAttempt, sortStrays } from "./sort-strays";

/** A call takes a minute at most, and look-ups lag as much behind; so much may our clock and Exchange's be apart. */
const settledSeconds = 180;
/** The attempts of mails that began within so long a stretch are looked after in one go, and of so many mails. */
const stretchSeconds = 600;
const atOnce = 50;

/**
 * Attempts in a mailbox of which no answer came and that are old enough for it to show what they left. All of one mail together, once the last of them is: of
 * one alone, what the next one left beside it would be more than it can have made.
 */
export async function listStrayAttempts(scope: Scope, senderAccountId: string, now: Date): Promise<StrayAttempt[]> {
  const rows = await withTeam(scope, (tx) =>
    readRows<Omit<StrayAttempt, "begunAt"> & { begunAt: string; answered: string | null }>(
      tx,
      sql`with noted as (
            select a.id, a.begun_at, a.delivery_id, min(a.begun_at) over (partition by a.delivery_id) as first_of, max(a.begun_at) over (partition by a.delivery_id) as last_of
            from draft_attempts a where a.sender_account_id = ${senderAccountId}
          ), due as (
            select noted.*, min(first_of) over () as first, dense_rank() over (order by first_of, delivery_id) as place from noted
            where last_of < ${now.toISOString()}::timestamptz - make_interval(secs => ${settledSeconds}))
          select due.id, due.begun_at as "begunAt", m.email_norm as own, lower(coalesce(c.recipient_email, h.recipient_email)) as recipient,
            coalesce((select json_agg(distinct y.conversation_id) from deliveries y where (y.campaign_contact_id = v.campaign_contact_id or y.id = h.thread_delivery_id or y.draft_id = h.draft_id)
              and y.sender_account_id = v.sender_account_id and y.conversation_id is not null), '[]') as conversations, n.conversation_id as answered
          from due join deliveries v on v.id = due.delivery_id left join campaign_contacts c on c.id = v.campaign_contact_id
            left join single_mails h on h.draft_id = v.draft_id left join mailbox_messages n on n.id = h.answers_message_id join sender_accounts m on m.id = v.sender_account_id
          where due.first_of < due.first + make_interval(secs => ${stretchSeconds}) and due.place <= ${atOnce}
          order by due.begun_at`,
    ),
  );
  return rows.map(({ answered, ...row }) => ({
    ...row,
    begunAt: new Date(row.begunAt),
    conversations: answered === null ? row.conversations : [...row.conversations, answered],
  }));
}

/**
 * Removes what attempts to make a draft left in a mailbox: answers of which we know neither id nor key, and doubles that carry our key.
 * Everything else is left, and what resembles ours is counted. Each attempt is looked after once.
 * @throws what reading the mailbox throws; the attempts then stay.
 */
export async function removeStrays(scope: Scope, attempts: StrayAttempt[], mailbox: Mailbox, now: Date): Promise<void> {
  const from = new Date((attempts[0]?.begunAt ?? now).getTime() - settledSeconds * 1000);
  const listed = await listDrafts(mailbox, { from, to: now });
  const doubles = await listDoubles(scope, listed);
  const { likely, unlike } = sortStrays(listed, attempts);
  let removed = 0;
  let left = unlike;
  for (const { graphId } of doubles) removed += Number(await deleteDraft(mailbox, graphId));
  for (const { drafts, most } of likely) {
    const bare: { graphId: string; etag: string | null }[] = [];
    for (const { graphId } of drafts) {
      const reply = await readBareReply(mailbox, graphId);
      if (reply) bare.push({ graphId, ...reply });
    }
    left += drafts.length - bare.length;
    // More than we can have made: some are their owner's, and nothing says which.
    if (bare.length > most) left += bare.length;
    else for (const one of bare) removed += Number(await deleteDraft(mailbox, one.graphId, one));
  }
  const looked = attempts.map(({ id }) => id);
  await withTeam(scope, (tx) => tx.delete(draftAttempts).where(inArray(draftAttempts.id, looked)));
  if (removed + left > 0)
    log.info({ team: scope.teamId, attempts: looked.length, removed, left }, "stray drafts were looked for");
}

/** A mail in these states has one draft, which is recorded, or none. */
const recorded: readonly DeliveryState[] = ["queued", "drafted", "accepted", "confirmed", "failed"];

async function listDoubles(scope: Scope, listed: ListedDraft[]): Promise<ListedDraft[]> {
  const keys = listed.flatMap(({ sendKey }) => sendKey ?? []);
  if (keys.length === 0) return [];
  const rows = await withTeam(scope, (tx) =>
    tx
      .select({ sendKey: deliveries.sendKey, graphId: deliveries.graphId, state: deliveries.state })
      .from(deliveries)
      .where(inArray(deliveries.sendKey, keys)),
  );
  const byKey = new Map(rows.map((row) => [row.sendKey, row]));
  return listed.filter(({ sendKey, graphId }) => {
    const row = byKey.get(sendKey ?? "");
    return row !== undefined && row.graphId !== graphId && recorded.includes(row.state);
  });
}
