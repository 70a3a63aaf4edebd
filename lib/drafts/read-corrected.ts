import { sql } from "drizzle-orm";
import { readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { correctedMails } from "./corrected-mails";

/** Mails of a mailbox that were signed under another address than it has. */
export type Corrected = { senderAccountId: string; from: string; to: string; count: number };

/** What waits to be signed again, by mailbox and by the address it was signed under. */
export function readCorrected(scope: Scope): Promise<Corrected[]> {
  return withTeam(scope, (tx) =>
    readRows<Corrected>(
      tx,
      sql`select m.id as "senderAccountId", d.signed_from as "from", m.email as "to", count(*)::int as count
          ${correctedMails} group by 1, 2, 3 order by 3, 2`,
    ),
  );
}
