import { type SQL, sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import { hasLeftOtherwise } from "../../mail/compare/has-left-otherwise";
import { oneLine } from "../../mail/one-line";
import { readKeptRequest } from "../../mail/read-kept-request";
import { textOf } from "../../mail/sanitize-html";
import type { OurLetter } from "../thread-view";
import type { LetterPlace } from "./read-theirs";

type Row = Omit<OurLetter, "side" | "at" | "html" | "line" | "seal"> & {
  at: string;
  body: string;
  request: unknown;
  hash: string | null;
  kind: string | null;
  signedAt: string | null;
  otherwise: boolean;
};

/** What left to somebody from a mailbox, the newest first, each as it was handed over and with its signature. */
export async function readOurs(tx: TeamTransaction, place: LetterPlace, before: SQL, most: number): Promise<OurLetter[]> {
  const rows = await readRows<Row>(
    tx,
    sql`select e.id, e.draft_id as "draftId", e.sent_at as at, b.name as by, e.subject, e.body, d.request, g.hash, g.kind, g.signed_at as "signedAt",
          case when k.id is not null then concat_ws(', ', q.name, k.name) when h.answers_message_id is not null then 'answer' else 'by hand' end as about,
          ${hasLeftOtherwise(sql`e.draft_id`)} as otherwise
        from (select * from sent_emails where contact_id = ${place.contactId} and sender_account_id = ${place.senderAccountId}
            and sent_at < ${before} order by sent_at desc, id desc limit ${most}) e
          left join email_drafts d on d.id = e.draft_id left join campaigns k on k.id = e.campaign_id left join campaign_sequences q on q.id = d.sequence_id
          left join single_mails h on h.draft_id = e.draft_id
          left join signatures g on g.draft_id = e.draft_id and g.voided_at is null left join members b on b.id = g.signed_by
        order by e.sent_at desc, e.id desc`,
  );
  return rows.map(({ at, body, request, hash, kind, signedAt, otherwise, ...row }) => {
    const kept = readKeptRequest(request);
    const name = row.by ?? "somebody";
    return {
      side: "ours",
      ...row,
      at: instantOf(at).toISOString(),
      html: "request" in kept ? kept.request.html : body,
      line: oneLine(textOf(body)).slice(0, 300),
      seal:
        hash && signedAt
          ? {
              ...{ hash, otherwise },
              signedAt: instantOf(signedAt).toISOString(),
              name: kind === "launch" ? `${name}, by launching` : name,
            }
          : null,
    };
  });
}
