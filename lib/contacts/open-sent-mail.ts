import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import { type Scope, withTeam } from "@/db/access/with-team";
import { AppError } from "../errors/app-error";
import { hasLeftOtherwise } from "../mail/compare/has-left-otherwise";
import { readKeptRequest } from "../mail/read-kept-request";

/** A mail that left, whole, with its seal. Instants are ISO texts. */
export type SentMail = {
  id: string;
  draftId: string | null;
  subject: string;
  from: string;
  fromName: string;
  to: string;
  /** As it was handed to Exchange; its text alone where that was not kept. */
  html: string;
  /** `byLaunch`: launching signed it. `otherwise`: what left is not what was signed. */
  seal: { hash: string; name: string; at: string; byLaunch: boolean; otherwise: boolean } | null;
};

type Row = Omit<SentMail, "seal" | "html"> & {
  body: string;
  request: unknown;
  hash: string | null;
  name: string | null;
  signedAt: string | null;
  kind: string | null;
  otherwise: boolean;
};

/** Opens one mail of those that left to a contact. @throws AppError "not_found". */
export async function openSentMail(scope: Scope, sentId: string): Promise<SentMail> {
  const [row] = await withTeam(scope, (tx) =>
    readRows<Row>(
      tx,
      sql`select e.id, e.draft_id as "draftId", e.subject, e.body, m.email as from, coalesce(m.display_name, m.email) as "fromName", e.recipient_email as to,
            d.request, g.hash, s.name, g.signed_at as "signedAt", g.kind, ${hasLeftOtherwise(sql`e.draft_id`)} as otherwise
          from sent_emails e join sender_accounts m on m.id = e.sender_account_id left join email_drafts d on d.id = e.draft_id
            left join signatures g on g.draft_id = e.draft_id and g.voided_at is null left join members s on s.id = g.signed_by
          where e.id = ${sentId}`,
    ),
  );
  if (!row) throw new AppError("not_found");
  const { body, request, hash, name, signedAt, kind, otherwise, ...mail } = row;
  const kept = readKeptRequest(request);
  const left = "request" in kept ? kept.request : null;
  return {
    ...mail,
    ...(left ? { subject: left.subject, from: left.from.email, fromName: left.from.name, to: left.to.email } : {}),
    html: left?.html ?? body,
    seal:
      hash && signedAt
        ? { hash, name: name ?? "somebody", at: instantOf(signedAt).toISOString(), byLaunch: kind === "launch", otherwise }
        : null,
  };
}
