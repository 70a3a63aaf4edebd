import { and, eq, isNull, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { lowerCase } from "@/db/access/lower-case";
import { readRows } from "@/db/access/read-rows";
import type { Scope, TeamTransaction } from "@/db/access/with-team";
import { campaignContacts } from "@/db/schema/campaigns";
import { sentEmails } from "@/db/schema/sending";
import { openStatuses } from "@/db/schema/words";
import { endContact, endContacts } from "../../campaigns/end-contact";
import { endSuppressed } from "../../singles/end-suppressed";
import { suppressAddress } from "../../suppressions/suppress-address";
import type { About } from "./about";
import { isTheirAddress } from "./is-their-address";

/**
 * The address is dead: the campaign ends for the contact as bounced, also where they had got every mail or it was stopped, as reports come late; a mail
 * without one only says so itself. Who answered stays so. Suppressed is the address only where the report names it; it ends then wherever else mail would go to it.
 */
export async function endBounced(tx: TeamTransaction, scope: Scope, about: About, failed: string | null, now: Date) {
  const { campaignContactId, singleMailId, contactId, recipient, sentEmailId } = about;
  const { teamId } = scope;
  if (recipient === null) return;
  if (campaignContactId !== null) await endAsBounced(tx, teamId, campaignContactId, now);
  if (sentEmailId) await tx.update(sentEmails).set({ status: "bounced" }).where(eq(sentEmails.id, sentEmailId));
  // A person may say that a report is about somebody although another address failed: theirs may be well.
  if (failed === null || !(await isTheirAddress(tx, failed, { contactId, recipient }))) return;
  await suppressAddress(tx, { email: recipient, reason: "bounced", campaignContactId, singleMailId, memberId: null });
  const others = await readRows<{ id: string }>(
    tx,
    sql`select id from campaign_contacts where contact_id = ${contactId} and status in ${anyOf(openStatuses)}
          and ${lowerCase(sql`trim(recipient_email)`)} = ${recipient} order by id`,
  );
  await endContacts(
    tx,
    { teamId },
    others.map(({ id }) => id),
    "suppressed",
    now,
  );
  await endSuppressed(tx, null, [contactId], now, sql`${lowerCase(sql`trim(h.recipient_email)`)} = ${recipient}`);
}

async function endAsBounced(tx: TeamTransaction, teamId: string, campaignContactId: string, now: Date) {
  await endContact(tx, { teamId, campaignContactId }, "bounced", now);
  await tx
    .update(campaignContacts)
    .set({ status: "bounced", endedReason: "bounced", bouncedAt: now })
    .where(
      and(
        eq(campaignContacts.id, campaignContactId),
        eq(campaignContacts.status, "completed"),
        isNull(campaignContacts.repliedAt),
      ),
    );
}
