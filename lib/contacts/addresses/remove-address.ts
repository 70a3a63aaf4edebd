import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { otherForms } from "@/db/access/address-forms";
import { codeOf } from "@/db/access/code-of";
import { readRows } from "@/db/access/read-rows";
import { type Scope, type TeamTransaction, withTeam } from "@/db/access/with-team";
import { contactAddresses } from "@/db/schema/contacts";
import type { AddressKind } from "@/db/schema/words";
import { AppError } from "../../errors/app-error";
import { recordActivity } from "../../events/record-activity";
import { normalAddress } from "../../mail/address";
import { findByAddress } from "./find-by-address";
import { otherForm } from "./keep-other-forms";
import { lockAddresses } from "./lock-addresses";

/**
 * Somebody says that an address is not this person's. What came from it stays where it was placed; what comes is matched without it.
 * @throws AppError "not_found", also for the address that mail goes to; "blocked" where the list names it and no administrator asks, as without it the
 * person could be mailed.
 */
export async function removeAddress(scope: Scope, addressId: string, now: Date): Promise<{ contactId: string; address: string }> {
  return withTeam(scope, (tx) => remove(tx, scope, addressId, now)).catch((error: unknown) => {
    if (codeOf(error) !== "CS003") throw error;
    throw new AppError(
      "blocked",
      "This address is suppressed, and without it the person could be mailed at another. An administrator can say that it is not theirs.",
    );
  });
}

async function remove(tx: TeamTransaction, scope: Scope, addressId: string, now: Date) {
  await lockAddresses(tx);
  const [removed] = await tx
    .delete(contactAddresses)
    .where(and(eq(contactAddresses.id, addressId), ne(contactAddresses.kind, "primary")))
    .returning();
  if (!removed) throw new AppError("not_found");
  const { contactId, address, kind, source, createdAt, createdBy: by } = removed;
  const forms = otherForms(removed.addressNorm);
  if (forms.length > 0)
    await tx
      .delete(contactAddresses)
      .where(
        and(
          eq(contactAddresses.contactId, contactId),
          eq(contactAddresses.source, otherForm),
          inArray(contactAddresses.addressNorm, forms),
        ),
      );
  const detail = { address, kind, source, since: createdAt.toISOString(), by };
  await recordActivity(tx, scope, { verb: "removed an address", at: now, contactId, detail });
  return { contactId, address };
}

/** Takes that back, as long as nobody else has the address by now. @throws AppError "not_found" where it was not removed. */
export async function putBackAddress(scope: Scope, contactId: string, address: string): Promise<void> {
  await withTeam(scope, async (tx) => {
    await lockAddresses(tx);
    const [was] = await readRows<Was>(
      tx,
      sql`select a.detail->>'kind' as kind, a.detail->>'source' as source, a.detail->>'since' as since, a.detail->>'by' as by from activities a
          where a.verb = 'removed an address' and a.contact_id = ${contactId} and a.detail->>'address' = ${address} order by a.at desc limit 1`,
    );
    if (!was) throw new AppError("not_found");
    const addressNorm = normalAddress(address);
    const owner = (await findByAddress(tx, [addressNorm])).get(addressNorm);
    if (owner?.contactId === contactId) return;
    if (owner) throw new AppError("conflict", `This address is ${owner.name}’s by now.`);
    const { kind, source, since, by } = was;
    const known = { kind, source, createdAt: new Date(since), createdBy: by };
    await tx.insert(contactAddresses).values({ contactId, address, addressNorm, ...known });
  });
}

type Was = { kind: AddressKind; source: string; since: string; by: string | null };
