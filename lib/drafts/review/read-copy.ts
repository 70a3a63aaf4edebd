import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { ReadBack } from "@/db/schema/words";
import { markWords } from "../../mail/compare/mark-words";
import { readBody } from "../../mail/compare/read-body";
import { type Difference, difference, shownMail } from "../../mail/compare/shown-mail";
import { comparedWithinHours, readBackAfterMinutes } from "../../mail/read-back-limits";
import { readKeptRequest } from "../../mail/read-kept-request";
import { markHtml } from "../changed/mark-html";

/** How the copy among the sent items compares with what was signed; times are in the reader's words. */
export type Copy = {
  /** waits: it will be read. never: it could not be read, or left before copies were compared. */
  verdict: ReadBack | "waits" | "never";
  at: string;
  /** Where it is explained: what Exchange changed. */
  changes: string[];
  /** Where a person is asked: in what it differs, both texts in one, and who has seen it. */
  found: Found | null;
};

type Found = {
  differences: Difference[];
  subject: string;
  /** Where the signed subject is another. */
  subjectBefore: string | null;
  fromName: string;
  from: string;
  to: string;
  bothHtml: string;
  settled: { by: string; at: string } | null;
};

type Row = {
  request: unknown;
  readBack: ReadBack | null;
  readBackAt: string | null;
  tries: number;
  changes: string[] | null;
  confirmedAt: string | null;
  differenceId: string | null;
  /** Its owner sent it from Outlook, not as signed. */
  byHand: boolean | null;
  foundAt: string | null;
  differences: unknown;
  found: unknown;
  settledAt: string | null;
  settledBy: string | null;
};

/** @returns null for a mail that has not left, and for one that its owner sent from Outlook until somebody has seen it: both texts are shown then. */
export async function readCopy(tx: TeamTransaction, draftId: string, now: Date, say: (at: Date) => string): Promise<Copy | null> {
  const [row] = await readRows<Row>(
    tx,
    sql`select v.read_back as "readBack", v.read_back_at as "readBackAt", v.read_back_tries as tries, v.read_back_changes as changes,
          v.confirmed_at as "confirmedAt", d.request, x.id as "differenceId", x.place = 'by hand' as "byHand", x.found_at as "foundAt", x.differences, x.found, x.settled_at as "settledAt", m.name as "settledBy"
        from deliveries v join email_drafts d on d.id = v.draft_id left join mail_differences x on x.delivery_id = v.id and x.place <> 'draft'
          left join members m on m.id = x.settled_by
        where v.draft_id = ${draftId} and v.state in ('accepted', 'confirmed')
          and not exists (select 1 from mail_differences y where y.delivery_id = v.id and y.place = 'by hand' and y.settled_at is null)
        order by x.found_at desc limit 1`,
  );
  if (!row) return null;
  const readAt = instantOf(row.byHand ? row.foundAt : row.readBackAt);
  return {
    verdict: row.byHand ? "different" : (row.readBack ?? (isOver(row, now) ? "never" : "waits")),
    at: readAt ? say(readAt) : "",
    changes: row.changes ?? [],
    found: row.differenceId ? foundOf(row, say) : null,
  };
}

function foundOf({ request, found, differences, settledAt, settledBy }: Row, say: (at: Date) => string): Found {
  const mail = shownMail.parse(found);
  const kept = readKeptRequest(request);
  const signed = "request" in kept ? kept.request : null;
  const html = signed?.html ?? "";
  return {
    differences: difference.array().parse(differences),
    subject: mail.subject,
    subjectBefore: signed && signed.subject !== mail.subject ? signed.subject : null,
    fromName: mail.from?.name ?? "",
    from: mail.from?.email ?? "",
    to: [...mail.to, ...mail.cc, ...mail.bcc].map(({ email }) => email).join(", "),
    bothHtml: markHtml(markWords(readBody(html).words, readBody(mail.html).words), html, "both"),
    settled: settledAt ? { by: settledBy ?? "somebody", at: say(instantOf(settledAt)) } : null,
  };
}

function isOver({ tries, confirmedAt }: Row, now: Date): boolean {
  const seenAt = instantOf(confirmedAt);
  return (
    tries >= readBackAfterMinutes.length ||
    (seenAt !== null && now.getTime() - seenAt.getTime() > comparedWithinHours * 3_600_000)
  );
}
