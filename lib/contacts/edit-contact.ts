import { eq } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import { contacts } from "@/db/schema/contacts";
import { AppError } from "../errors/app-error";
import { recordActivity } from "../events/record-activity";
import { isTimeZone } from "../schedule/is-time-zone";

export type ContactEdit = {
  firstName: string;
  lastName: string;
  company: string;
  /** IANA zone in which they read; empty for what a file says, undefined leaves it as it is. */
  timeZone?: string | undefined;
  fields: { name: string; value: string }[];
};

/**
 * Corrects what is known of a contact by hand. Fields it never had are not made here, an empty one goes. Mail that is written already
 * keeps what it says, and its time; the next is written with what is known then. The address stays: another address is another contact.
 * @throws AppError "not_found"; "invalid" for a zone that does not exist.
 */
export async function editContact(scope: Scope, contactId: string, given: ContactEdit, now: Date): Promise<void> {
  const timeZone = given.timeZone || null;
  if (timeZone && !isTimeZone(timeZone))
    throw new AppError("invalid", undefined, { timeZone: "This is not a time zone. Pick a city from the list." });
  const text = (value: string) => value.replace(/\s+/g, " ").trim() || null;
  await withTeam(scope, async (tx) => {
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId)).for("update");
    if (!contact) throw new AppError("not_found");
    const firstName = text(given.firstName);
    const lastName = text(given.lastName);
    const renamed = firstName !== contact.firstName || lastName !== contact.lastName;
    const fields = Object.fromEntries(
      Object.keys(contact.fields).flatMap((name) => {
        const value = (given.fields.find((one) => one.name === name)?.value ?? contact.fields[name])?.trim();
        return value ? [[name, value]] : [];
      }),
    );
    const name = renamed ? [firstName, lastName].filter(Boolean).join(" ") || null : contact.name;
    await tx
      .update(contacts)
      .set({
        firstName,
        lastName,
        name,
        company: text(given.company),
        ...(given.timeZone === undefined ? {} : { timeZone }),
        fields,
        updatedAt: now,
      })
      .where(eq(contacts.id, contactId));
    await recordActivity(tx, scope, { verb: "edited a contact", contactId, at: now });
  });
}
