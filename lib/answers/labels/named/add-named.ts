import { eq, sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { addContactInside, type NewContact } from "../../../contacts/add-contact";
import { findByAddress } from "../../../contacts/addresses/find-by-address";
import { lockAddresses } from "../../../contacts/addresses/lock-addresses";
import { AppError } from "../../../errors/app-error";
import { recordActivity } from "../../../events/record-activity";
import { normalAddress } from "../../../mail/address";
import { soundAddress } from "../../../mail/sound-address";
import { findThread } from "../../../threads/find-thread";

/** The field in which a contact keeps who named them. */
const namedByField = "named_by";

/** `known`: they were a contact before, whom nothing was written over. */
export type AddedNamed = { contactId: string; name: string; known: boolean; archived: boolean; suppressed: boolean };

/**
 * Adds whom an answer named in the place of its writer as a contact who keeps who named them. Mails nobody. Whose address it is already stays as they
 * are. @throws AppError "not_found", "invalid" for what is no address.
 */
export async function addNamed(
  scope: Scope,
  { threadId, ...given }: NewContact & { threadId: string },
  now: Date,
): Promise<AddedNamed> {
  return withTeam(scope, async (tx) => {
    const thread = await findThread(tx, threadId);
    await lockAddresses(tx);
    const email = normalAddress(soundAddress(given.email));
    const owner = (await findByAddress(tx, [email])).get(email);
    const contactId = owner?.contactId ?? (await addContactInside(tx, scope, given, now)).contactId;
    const [row] = await readRows<{ name: string; archived: boolean; suppressed: boolean; by: string }>(
      tx,
      sql`select coalesce(p.name, p.email) as name, p.archived_at is not null as archived, is_suppressed(p.id, p.email) as suppressed,
            (select coalesce(w.name, w.email) from contacts w where w.id = ${thread.contactId}) as by
          from contacts p where p.id = ${contactId}`,
    );
    if (!row) throw new AppError("not_found");
    const { by, ...person } = row;
    if (!owner) {
      await tx
        .update(contacts)
        .set({ fields: { [namedByField]: by } })
        .where(eq(contacts.id, contactId));
      const detail = { threadId, by: thread.contactId };
      await recordActivity(tx, scope, { verb: "added who was named", contactId, detail, at: now });
    }
    return { ...person, contactId, known: owner !== undefined };
  });
}
