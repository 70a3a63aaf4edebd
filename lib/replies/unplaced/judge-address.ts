import type { TeamTransaction } from "@/db/access/with-team";
import { findByAddress } from "../../contacts/addresses/find-by-address";
import { normalAddress } from "../../mail/address";
import { checkAddress } from "../../mail/check-address";
import { isOfUs, readUs } from "../../senders/read-us";

/** What becomes of the address a message came from, where it is a contact's: `second` is remembered, the others are not. */
export type AddressFate =
  | { is: "second" | "theirs" | "nobody's" | "ours" | "none" }
  | { is: "another's"; contactId: string; name: string };

/** Whether the address of a placed message becomes another one of its sender's. */
export async function judgeAddress(tx: TeamTransaction, fromEmail: string | null, contactId: string): Promise<AddressFate> {
  const email = normalAddress(fromEmail ?? "");
  if (email === "") return { is: "none" };
  if (isOfUs(await readUs(tx), email)) return { is: "ours" };
  const owner = (await findByAddress(tx, [email])).get(email);
  if (owner?.contactId === contactId) return { is: "theirs" };
  if (owner) return { is: "another's", contactId: owner.contactId, name: owner.name };
  if (checkAddress(email) !== null) return { is: "none" };
  return { is: isMachine(email) ? "nobody's" : "second" };
}

const machines =
  /^(mailer-daemon|postmaster|bounces?|notifications?|alerts?|(no|do-?not|ne-?pas|kein)[-_.]?(reply|respond|repondre|antwort|answer).*|nicht[-_.]?antworten|nao[-_.]?responda|no[-_.]?respond(er|a))$/;

/** Addresses under which machines write for many people. */
function isMachine(email: string): boolean {
  return machines.test(email.split("@")[0]?.split("+")[0] ?? "");
}
