import { sql } from "drizzle-orm";
import { otherForms } from "@/db/access/address-forms";
import type { TeamTransaction } from "@/db/access/with-team";

/** How an address is known that is another's with its domain written otherwise. */
export const otherForm = "other form";

/**
 * Makes the people of these addresses known by the other way of writing their domain, too, so that whoever writes it so is the same person. An address that is
 * somebody's already stays theirs. @param emails normed. The caller holds the team's addresses (`lockAddresses`).
 */
export async function keepOtherForms(tx: TeamTransaction, emails: Iterable<string>): Promise<void> {
  const pairs = [...emails].flatMap((email) => otherForms(email).map((form) => ({ email, form })));
  if (pairs.length === 0) return;
  await tx.execute(
    sql`insert into contact_addresses (contact_id, address, address_norm, kind, source)
        select a.contact_id, x.form, x.form, 'former', ${otherForm} from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x(email text, form text)
          join contact_addresses a on a.address_norm = x.email and a.kind = 'primary'
        on conflict do nothing`,
  );
}
