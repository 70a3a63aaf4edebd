import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { plainLetters } from "@/db/access/address-forms";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactAddresses, contacts, uploadBatches } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { normalAddress } from "../mail/address";
import { checkAddress } from "../mail/check-address";
import { soundAddress } from "../mail/sound-address";
import { findByAddress } from "./addresses/find-by-address";
import { keepOtherForms } from "./addresses/keep-other-forms";
import { lockAddresses } from "./addresses/lock-addresses";

export type NewContact = { email: string; firstName: string; lastName: string; company: string };

/** `otherOf`: the address is another one of this person, so nobody was added. `back`: this person was archived and is back. */
export type Added = { contactId: string; otherOf: string | null; back: string | null };

/**
 * Adds a contact by hand; it belongs to the batch named "Added by hand". An archived one comes back with what is written now;
 * what is left empty keeps what was known.
 * @throws AppError "invalid" with the sentence at the field, also when the address is a contact's own already.
 */
export async function addContact(scope: Scope, given: NewContact, now: Date): Promise<Added> {
  return withTeam(scope, (tx) => addContactInside(tx, scope, given, now));
}

/** The same inside an open transaction. */
export async function addContactInside(tx: TeamTransaction, scope: Scope, given: NewContact, now: Date): Promise<Added> {
  const written = plainLetters(given.email).trim();
  const wrong = checkAddress(written);
  if (wrong) throw new AppError("invalid", undefined, { email: wrong });
  const email = soundAddress(written);
  const text = (value: string) => value.replace(/\s+/g, " ").trim() || null;
  const firstName = text(given.firstName);
  const lastName = text(given.lastName);
  await lockAddresses(tx);
  const owner = (await findByAddress(tx, [normalAddress(email)])).get(normalAddress(email));
  if (owner && owner.kind !== "primary") return { contactId: owner.contactId, otherOf: owner.name, back: null };
  const [made] = await tx
    .insert(contacts)
    .values({
      uploadBatchId: await byHand(tx, scope.memberId),
      rawData: given,
      email,
      // Somebody who is known by this address with its domain written otherwise stays as they are written.
      emailNorm: owner?.own ?? normalAddress(email),
      firstName,
      lastName,
      name: [firstName, lastName].filter(Boolean).join(" ") || null,
      company: text(given.company),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [contacts.teamId, contacts.emailNorm],
      set: {
        archivedAt: null,
        updatedAt: now,
        firstName: sql`coalesce(excluded.first_name, ${contacts.firstName})`,
        lastName: sql`coalesce(excluded.last_name, ${contacts.lastName})`,
        name: sql`case when excluded.name is null then ${contacts.name} else
            concat_ws(' ', coalesce(excluded.first_name, ${contacts.firstName}), coalesce(excluded.last_name, ${contacts.lastName})) end`,
        company: sql`coalesce(excluded.company, ${contacts.company})`,
      },
      setWhere: isNotNull(contacts.archivedAt),
    })
    .returning({ id: contacts.id, name: contacts.name });
  if (!made) throw new AppError("invalid", undefined, { email: "This address is among your contacts already." });
  await keepOtherForms(tx, [normalAddress(email)]);
  await tx
    .update(contactAddresses)
    .set({ createdBy: scope.memberId })
    .where(
      and(eq(contactAddresses.contactId, made.id), eq(contactAddresses.kind, "primary"), isNull(contactAddresses.createdBy)),
    );
  return { contactId: made.id, otherOf: null, back: owner ? (made.name ?? email) : null };
}

async function byHand(tx: TeamTransaction, memberId: string | null): Promise<string> {
  await tx
    .insert(uploadBatches)
    .values({ fileName: "Added by hand", byHand: "yes", status: "completed", createdBy: memberId })
    .onConflictDoNothing({ target: uploadBatches.teamId, where: sql`by_hand is not null` });
  const [batch] = await tx
    .select({ id: uploadBatches.id })
    .from(uploadBatches)
    .where(and(isNotNull(uploadBatches.byHand), eq(uploadBatches.status, "completed")));
  if (!batch) throw new Error("The batch for contacts added by hand is missing.");
  return batch.id;
}
