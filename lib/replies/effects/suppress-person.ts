import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import type { SuppressionReason } from "@/db/schema/words";
import { normalAddress } from "../../mail/address";
import { suppressAddress } from "../../suppressions/suppress-address";

/** Suppresses the address we wrote to and the one that mail would go to now: it may have been corrected, and the person means both. */
export async function suppressPerson(
  tx: TeamTransaction,
  { contactId, campaignContactId, recipient }: { contactId: string; campaignContactId: string | null; recipient: string | null },
  reason: SuppressionReason,
  memberId: string | null = null,
): Promise<void> {
  const [person] = await tx.select({ email: contacts.email }).from(contacts).where(eq(contacts.id, contactId));
  const both = [recipient, person?.email].flatMap((address) => (address ? [normalAddress(address)] : []));
  for (const email of [...new Set(both)].sort()) await suppressAddress(tx, { email, reason, campaignContactId, memberId });
}
