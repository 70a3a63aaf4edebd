import { type SQL, sql } from "drizzle-orm";
import { anyOf } from "@/db/access/any-of";
import { suppressedContacts } from "@/db/access/suppressions-of";
import { openStatuses, underWay } from "@/db/schema/words";
import { isNotChanged } from "../../campaigns/wait/changed-mails";
import { singleBraces } from "../../templates/render/single-braces";
import { byHand, type QueueOf } from "./queue-of";

/** The condition on `d`, a draft, that the queue is narrowed to it. */
export function isOfQueue(of: QueueOf): SQL {
  if (of === null) return sql``;
  return of === byHand ? sql`and d.campaign_id is null` : sql`and d.campaign_id = ${of}`;
}

/**
 * The drafts that wait for a signature as the rest of a query: `d` is the draft, `p` the contact; `c` the contact in its campaign and `k` the
 * campaign, or `h` the mail without one and `l` the letter it was written in.
 */
export function queuedDrafts(of: QueueOf): SQL {
  return sql`from email_drafts d left join campaign_contacts c on c.id = d.campaign_contact_id left join campaigns k on k.id = d.campaign_id
      left join single_mails h on h.draft_id = d.id left join letters l on l.id = h.letter_id join contacts p on p.id = d.contact_id
    where d.status = 'draft' and d.rejected_at is null and ${isNotChanged} and ${isWaiting} and not ${isBlank} ${isOfQueue(of)}`;
}

/** Without a word, or a mark that could be one: tags, spaces and signs are none. */
const isWordless = (text: SQL) => sql`regexp_replace(${text}, '<[^>]*>|&[a-z]+;|[[:space:][:punct:]\\u00a0]', '', 'g') = ''`;

/** A letter that was opened, and in which nobody has written a word: it is nothing to sign yet. */
const isBlank: SQL = sql`(l.id is not null and d.edited_subject is null and d.edited_body is null
    and trim(l.subject) = '' and ${isWordless(sql`d.body`)})`;

/** The condition that what a draft belongs to is still open. An answer waits in its thread, below what it answers, and nowhere else. */
export const isWaiting: SQL = sql`((c.status in ${anyOf(openStatuses)} and k.status in ${anyOf(underWay)})
    or (h.id is not null and h.answers_message_id is null and h.ended_reason is null and l.discarded_at is null and p.archived_at is null))`;

/** When somebody chose that a mail by hand leaves, as its wall clock shows it in whatever town: near enough to put it in a list. */
const chosen = sql`case when l.leave = 'at' then (l.leave_day + l.leave_time)::timestamptz end`;

/** Those due first on top. */
export const queueOrder: SQL = sql`coalesce(c.next_at, ${chosen}, d.created_at), k.launched_at, c.position, d.sequence_step, d.id`;

const subject = sql`coalesce(d.edited_subject, d.subject)`;
const body = sql`coalesce(d.edited_body, d.body)`;
/** A constant, so that an index that is made of it can be used. */
const braces = sql.raw(`'${singleBraces.source}'`);
const left = (text: SQL) =>
  sql`strpos(${text}, '{{') > 0 or strpos(${text}, '}}') > 0 or strpos(${text}, '{%') > 0 or ${text} ~ ${braces}`;

/** What of it shows in the draft alone. The index `email_drafts_text_fails` is made of the same words. */
export const textFails: SQL = sql`((cardinality(d.missing_fields) > 0 and d.edited_body is null and d.edited_subject is null)
    or trim(${subject}) = '' or length(${subject}) > 200 or ${left(subject)} or ${left(body)})`;

/** The team may put a footer under its mails. */
export const hasAddress: SQL = sql`exists (select 1 from teams t where t.postal_address ~ '[^[:space:]]')`;

/** What `checkDraft` forbids to sign, as far as rows tell: a mail counted here as passing must not be refused when all that pass are signed. */
export const failsCheck: SQL = sql`(${textFails}
    or (h.id is not null and ${isWordless(body)})
    or (not coalesce(h.is_plain, false) and not ${hasAddress})
    or p.id in ${suppressedContacts})`;
