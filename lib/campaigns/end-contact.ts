import { and, eq, inArray, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { type EndReason, endings, openStatuses } from "@/db/schema/words";
import { askFeed } from "../events/ask-feed";
import { emit } from "../events/emit";
import { endSuppressed } from "../singles/end-suppressed";
import { takeBackSlots } from "../slots/take-back-slots";

/** `isByRun`: the contact’s own run ends it, and needs not be told. */
type Ending = { teamId: string; memberId?: string | null; isByRun?: boolean };

/**
 * Ends a campaign for one contact: nothing more is planned for it, and its run is told.
 * A mail already handed to Exchange stays in the ledger and is settled there.
 * @returns false when it had ended before (its reason then stays).
 */
export async function endContact(
  tx: TeamTransaction,
  { campaignContactId, ...ending }: Ending & { campaignContactId: string },
  reason: EndReason,
  now: Date,
): Promise<boolean> {
  return (await endContacts(tx, ending, [campaignContactId], reason, now)) > 0;
}

/** The same for many at once, of one campaign or several. @returns for how many it ended by this. */
export async function endContacts(
  tx: TeamTransaction,
  { teamId, memberId, isByRun }: Ending,
  campaignContactIds: string[],
  reason: EndReason,
  now: Date,
): Promise<number> {
  if (campaignContactIds.length === 0) return 0;
  const ended = await tx
    .update(campaignContacts)
    .set({
      status: endings[reason],
      endedReason: reason,
      waitReason: null,
      nextAt: null,
      completedAt: now,
      ...(reason === "bounced" ? { bouncedAt: now } : {}),
      ...(endings[reason] === "unsubscribed" ? { unsubscribedAt: now } : {}),
      ...(reason === "replied"
        ? { repliedAt: sql`coalesce(${campaignContacts.repliedAt}, ${now.toISOString()}::timestamptz)` }
        : {}),
      ...(memberId ? { stoppedBy: memberId } : {}),
    })
    .where(
      and(
        sql`${campaignContacts.id} = any(${sql.param(campaignContactIds)}::uuid[])`,
        inArray(campaignContacts.status, openStatuses),
      ),
    )
    .returning({ id: campaignContacts.id, runId: campaignContacts.runId });
  await takeBackSlots(tx, sql`e.campaign_contact_id = any(${sql.param(campaignContactIds)}::uuid[])`, reason);
  if (!isByRun)
    await emit(
      tx,
      "campaign/contact.stopped",
      // Who waits as a row has no run that could be told.
      ended
        .filter(({ runId }) => runId !== null)
        .map(({ id }) => ({ eventId: `stopped:${id}:${now.getTime()}`, data: { teamId, campaignContactId: id, reason } })),
    );
  await feedBehind(
    tx,
    teamId,
    ended.map(({ id }) => id),
  );
  return ended.length;
}

/** After these a person gets no mail of any kind, those written by hand included. */
const forGood: readonly EndReason[] = ["suppressed", "unsubscribed", "complained", "asked not to be mailed"];

/** Ends every campaign a person is in, and where they are mailed no more, what is written to them by hand. @returns how many campaigns it ended by this. */
export async function endEverywhere(
  tx: TeamTransaction,
  ending: Ending,
  contactId: string,
  reason: EndReason,
  now: Date,
): Promise<number> {
  if (forGood.includes(reason)) await endSuppressed(tx, ending.memberId ?? null, [contactId], now);
  const open = await tx
    .select({ id: campaignContacts.id })
    .from(campaignContacts)
    .where(and(eq(campaignContacts.contactId, contactId), inArray(campaignContacts.status, openStatuses)))
    .orderBy(campaignContacts.id)
    // No stronger: who changes one of their drafts twice takes a look at this row, and has what is asked for next.
    .for("no key update");
  return endContacts(
    tx,
    ending,
    open.map(({ id }) => id),
    reason,
    now,
  );
}

/**
 * With its last contact a campaign is finished, and whoever watches should not wait for the sweep to say so. A campaign that enrolled somebody
 * later goes on for them now.
 */
async function feedBehind(tx: TeamTransaction, teamId: string, ended: string[]) {
  if (ended.length === 0) return;
  const ids = sql`any(${sql.param(ended)}::uuid[])`;
  const open = anyOf(openStatuses);
  const toFeed = await readRows<{ id: string }>(
    tx,
    sql`select c.campaign_id as id from campaign_contacts c where c.id = ${ids}
          and not exists (select 1 from campaign_contacts o where o.campaign_id = c.campaign_id and o.status in ${open})
        union
        select x.campaign_id from campaign_contacts c join campaign_contacts x on x.contact_id = c.contact_id and x.id <> c.id
        where c.id = ${ids} and x.status in ${open}`,
  );
  await askFeed(
    tx,
    teamId,
    toFeed.map(({ id }) => id),
  );
}
