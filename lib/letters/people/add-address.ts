import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { suppressionOrder, suppressionsOf } from "@/db/access/suppressions-of";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { addContactInside } from "../../contacts/add-contact";
import { findByAddress } from "../../contacts/addresses/find-by-address";
import { AppError } from "../../errors/app-error";
import { normalAddress } from "../../mail/address";
import { soundAddress } from "../../mail/sound-address";
import type { FoundPerson } from "./found-person";

/**
 * The person of an address, by whichever of theirs it is, or a new one, as if added by hand; whoever was archived comes back.
 * @throws AppError "invalid" for what is no address.
 */
export function addAddress(scope: Scope, email: string, now: Date): Promise<FoundPerson> {
  return withTeam(scope, async (tx) => {
    const known = await findPerson(tx, email);
    if (known) return known;
    const { contactId } = await addContactInside(tx, scope, { email, firstName: "", lastName: "", company: "" }, now).catch(
      async (error: unknown) => {
        // Somebody else added them while this waited.
        const added = await findPerson(tx, email);
        if (!added || !(error instanceof AppError)) throw error;
        return { contactId: added.id };
      },
    );
    return readPerson(tx, contactId);
  });
}

/** Whose the address is; null where it is nobody's, or of somebody who is archived. */
async function findPerson(tx: TeamTransaction, email: string): Promise<FoundPerson | null> {
  const sought = normalAddress(soundAddress(email));
  const owner = (await findByAddress(tx, [sought])).get(sought);
  if (!owner) return null;
  const [archived] = await readRows<{ id: string }>(
    tx,
    sql`select id from contacts where id = ${owner.contactId} and archived_at is not null`,
  );
  return archived && owner.kind === "primary" ? null : readPerson(tx, owner.contactId);
}

async function readPerson(tx: TeamTransaction, contactId: string): Promise<FoundPerson> {
  const [person] = await readRows<FoundPerson>(
    tx,
    sql`select p.id, p.name, p.email, p.company, (select s.reason ${suppressionsOf(sql`p.id`)} order by ${suppressionOrder} limit 1) as suppressed
        from contacts p where p.id = ${contactId}`,
  );
  if (!person) throw new AppError("not_found");
  return person;
}
