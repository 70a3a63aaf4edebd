import { sql } from "drizzle-orm";
import { otherForms } from "@/db/access/address-forms";
import { readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { AddressKind } from "@/db/schema/words";
import { otherForm } from "./keep-other-forms";

/** `kind`: an address whose domain is written otherwise is of the kind of the one that it is. `own`: the address that mail to them goes to, as it is compared. */
export type AddressOwner = { contactId: string; kind: AddressKind; name: string; own: string };

/** Whose the addresses are, by whichever address they are known, in whichever form; only addresses that are somebody's are in it. @param emails normed. */
export async function findByAddress(tx: TeamTransaction, emails: string[]): Promise<Map<string, AddressOwner>> {
  if (emails.length === 0) return new Map();
  const sought = new Map(emails.flatMap((email) => [email, ...otherForms(email)].map((form) => [form, email] as const)));
  const rows = await readRows<AddressOwner & { email: string }>(
    tx,
    sql`select a.address_norm as email, a.contact_id as "contactId", case when a.source = ${otherForm} then 'primary' else a.kind end as kind,
          coalesce(p.name, p.email) as name, p.email_norm as own
        from contact_addresses a join contacts p on p.id = a.contact_id
        where a.address_norm = any(${sql.param([...sought.keys()])}::text[])`,
  );
  const found = rows.map(({ email, ...owner }) => ({ owner, as: email, asked: sought.get(email) ?? email }));
  // Where two people have two forms of it, whoever has it as it was asked for.
  const inOrder = [...found.filter(({ as, asked }) => as !== asked), ...found.filter(({ as, asked }) => as === asked)];
  return new Map(inOrder.map(({ owner, asked }) => [asked, owner]));
}
