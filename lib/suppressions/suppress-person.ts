import { eq } from "drizzle-orm";
import { bothWays } from "@/db/access/address-forms";
import type { TeamTransaction } from "@/db/access/with-team";
import { contactAddresses } from "@/db/schema/contacts";
import type { SuppressionReason } from "@/db/schema/words";
import { normalAddress } from "../mail/address";
import { suppressAddress } from "./suppress-address";

/**
 * A person who gets no more mail from this team, at none of the addresses by which they are known.
 * @param also addresses that mean them too, such as the one our mail went to.
 */
export async function suppressPerson(
  tx: TeamTransaction,
  contactId: string,
  entry: {
    reason: Exclude<SuppressionReason, "bounced">;
    campaignContactId: string | null;
    singleMailId?: string | null;
    memberId: string | null;
  },
  also: string[] = [],
): Promise<void> {
  const known = await tx
    .select({ email: contactAddresses.addressNorm })
    .from(contactAddresses)
    .where(eq(contactAddresses.contactId, contactId));
  const named = [...also.map(normalAddress), ...known.map(({ email }) => email)];
  // Who said so themselves means the address, however another file of contacts writes its domain.
  const emails = new Set(entry.reason === "by hand" ? named : named.flatMap(writtenOtherwise));
  // In one order for all, so that two who suppress the same people never wait for each other.
  for (const email of [...emails].sort()) await suppressAddress(tx, { ...entry, email });
}

function writtenOtherwise(email: string): string[] {
  const at = email.lastIndexOf("@") + 1;
  return at === 0 ? [email] : bothWays(email.slice(at)).map((domain) => email.slice(0, at) + domain);
}
