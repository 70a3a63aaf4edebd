import { and, eq, isNull, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { mailDifferences } from "@/db/schema/differences";
import { deliveries } from "@/db/schema/sending";
import { pauseInside } from "../../campaigns/pause-campaign";
import { askFeed } from "../../events/ask-feed";
import { recordActivity } from "../../events/record-activity";
import type { Difference, ShownMail } from "../../mail/compare/shown-mail";
import { judgeCopy, knownAfter, type Mailbox } from "./judge-copy";

type Compared = { signed: ShownMail; found: ShownMail; differences: Difference[] };

/**
 * Writes down, once, how a sent copy compares. A difference that counts pauses the campaign in the same moment, and holds the contact
 * until somebody has seen it; where the mailbox is not known yet, a lesser one only asks.
 */
export async function keepVerdict(scope: Scope, deliveryId: string, { signed, found, differences }: Compared, now: Date) {
  await withTeam(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, deliveryId), isNull(deliveries.readBack)))
      .for("update");
    if (!row) return;
    const mailbox = differences.length > 0 ? await readMailbox(tx, row.senderAccountId, differences) : unknown;
    const { readBack, changes } = judgeCopy(differences, signed, found, mailbox);
    await tx
      .update(deliveries)
      .set({ readBack, readBackAt: now, readBackChanges: changes.length > 0 ? changes : null })
      .where(eq(deliveries.id, deliveryId));
    if (readBack === "equal" || readBack === "explained") return;
    const changedAt = found.changedAt ? new Date(found.changedAt) : null;
    await tx.insert(mailDifferences).values({ deliveryId, place: "sent", foundAt: now, changedAt, found, differences });
    if (readBack === "asked") return;
    const { campaignId, contactId, draftId } = row;
    const system = { ...scope, memberId: null };
    await recordActivity(tx, system, { verb: "found a copy that differs", at: now, campaignId, contactId, detail: { draftId } });
    // A mail of its own has nothing behind it to hold back.
    if (campaignId === null) return;
    await pauseInside(tx, system, campaignId, now);
    await askFeed(tx, scope.teamId, [campaignId]);
  });
}

const unknown: Mailbox = { known: 0, accepted: false };

/** No more copies are counted than matter, the latest first: those of before copies were compared are many, and count for nothing. */
async function readMailbox(tx: TeamTransaction, senderAccountId: string, differences: Difference[]): Promise<Mailbox> {
  const [row] = await readRows<Mailbox>(
    tx,
    sql`select (select count(*)::int from (select 1 from deliveries
            where sender_account_id = ${senderAccountId} and read_back in ('equal', 'explained')
            order by submitted_at desc limit ${knownAfter}) x) as known,
          exists (select 1 from mail_differences x join deliveries v on v.id = x.delivery_id
            where v.sender_account_id = ${senderAccountId} and x.place = 'sent' and x.settled_as = 'accepted'
              and x.differences = ${JSON.stringify(differences)}::jsonb) as accepted`,
  );
  return row ?? unknown;
}
