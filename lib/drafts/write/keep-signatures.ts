import { sql } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import type { MailRequest } from "../../mail/mail-request";

/** A draft with the mail it is signed as. */
export type Signed = { id: string; request: MailRequest; hash: string };
/** Who signs how; `jobId`: the order to sign all. */
export type Signer = { kind: "person" | "launch"; signedBy: string | null; jobId?: string };

/** So many in one statement: written into one text, more of them would keep everybody else in the process waiting. */
const atOnce = 250;

/** Signs many drafts: keeps with each the mail it is for, and its signature. The caller has judged them behind their locks. */
export async function keepSignatures(
  tx: TeamTransaction,
  { kind, signedBy, jobId }: Signer,
  signed: Signed[],
  now: Date,
): Promise<void> {
  for (let from = 0; from < signed.length; from += atOnce) {
    const some = signed.slice(from, from + atOnce);
    const ids = sql.param(some.map(({ id }) => id));
    const hashes = sql.param(some.map(({ hash }) => hash));
    const requests = JSON.stringify(some.map(({ request }) => request));
    const at = sql`${now.toISOString()}::timestamptz`;
    await tx.execute(
      sql`update email_drafts d set status = 'approved', approved_at = ${at}, updated_at = ${at}, request = x.request, request_hash = x.hash
          from rows from (unnest(${ids}::uuid[]), unnest(${hashes}::text[]), jsonb_array_elements(${requests}::jsonb)) as x(id, hash, request) where d.id = x.id`,
    );
    await tx.execute(
      sql`insert into signatures (draft_id, hash, kind, signed_by, signed_at, job_id)
          select x.id, x.hash, ${kind}, ${signedBy}::uuid, ${at}, ${jobId ?? null}::uuid from unnest(${ids}::uuid[], ${hashes}::text[]) as x(id, hash)`,
    );
  }
}
