import { sql } from "drizzle-orm";
import { instantOf, readRows } from "@/db/access/read-rows";
import type { TeamTransaction } from "@/db/access/with-team";
import type { DraftStatus } from "@/db/schema/words";
import { env } from "@/lib/env/env";
import { inTurns } from "../turns/in-turns";
import { buildAnswerRequest } from "./answer/build-answer-request";
import { buildMailRequest, type RequestParts } from "./build-mail-request";
import { draftParts, draftVersion } from "./draft-parts";
import { isSameMail } from "./is-same-mail";
import { hashRequest, type MailRequest, type NewRequest } from "./mail-request";
import { readKeptRequest } from "./read-kept-request";

export type DraftRequest = {
  request: MailRequest;
  hash: string;
  /** Of what an unsigned draft is built from (draft-parts), read in the same instant as the parts. */
  version: string;
  /** The mailbox has this address, and the mail was signed under another. */
  correctedTo: string | null;
  /** Why nobody can tell any more what was signed. */
  unreadable: string | null;
};

type Parts = {
  id: string;
  status: DraftStatus;
  subject: string;
  body: string;
  /** As it was signed; null of an unsigned one. */
  kept: unknown;
  campaignContactId: string | null;
  /** Of a mail without a campaign: the mail in whose thread it goes. */
  threadDeliveryId: string | null;
  isPlain: boolean;
  /** Of an answer: what it answers. `isApart`: it cannot go, or shall not, into the conversation of that; `isTheirs`: that came from an address of the contact. */
  answers: { messageId: string; at: string; words: string; isApart: boolean; isTheirs: boolean } | null;
  recipient: string;
  unsubscribeToken: string;
  name: string | null;
  mailboxId: string;
  mailbox: string;
  mailboxName: string | null;
  signatureHtml: string;
  /** Null of a mail without a campaign, as its template. */
  step: number | null;
  stepSubject: string | null;
  timezone: string;
  teamName: string;
  postalAddress: string | null;
  version: string;
};

/** A subject and a body in place of a draft's own. */
type Text = { subject: string; body: string };

/**
 * The requests of many drafts, each as `buildDraftRequest` describes. A draft that belongs to nothing of this team is left out.
 * @param instead another text for all of them, to see what mail it would be.
 */
export async function buildDraftRequests(
  tx: TeamTransaction,
  draftIds: string[],
  instead?: Text,
): Promise<Map<string, DraftRequest>> {
  // One draft at a time by the keys of its parts: joined to one another before the database has counted their rows, everybody meets everybody.
  const rows = await readRows<Parts>(
    tx,
    sql`select x.* from unnest(${sql.param(draftIds)}::uuid[]) q(id) cross join lateral (
          select d.id, d.status, coalesce(d.edited_subject, d.subject) as subject, coalesce(d.edited_body, d.body) as body,
            case when d.status <> 'draft' then d.request end as kept, c.id as "campaignContactId", h.thread_delivery_id as "threadDeliveryId",
            coalesce(h.is_plain, false) as "isPlain", ${answered} as answers, coalesce(c.recipient_email, h.recipient_email) as recipient,
            coalesce(c.unsubscribe_token, h.unsubscribe_token) as "unsubscribeToken", p.name, m.id as "mailboxId", m.email as mailbox, m.display_name as "mailboxName",
            m.signature_html as "signatureHtml", s.sequence_order as step, s.subject_template as "stepSubject", coalesce(z.timezone, t.timezone) as timezone,
            t.name as "teamName", t.postal_address as "postalAddress", ${draftVersion} as version
          ${draftParts} where d.id = q.id offset 0) x`,
  );
  const previous = await readPreviousMails(tx, rows.filter(isInThread));
  const built = await inTurns(rows, (row) =>
    build({ ...row, ...(instead ? { ...instead, status: "draft" } : {}) }, previous.get(row.id) ?? null),
  );
  return new Map(rows.map(({ id }, place) => [id, built[place] as DraftRequest]));
}

/** The message that a mail by hand answers, `h` and `m` as in draftParts. In another mailbox there is nothing to answer. */
const answered = sql`(select json_build_object('messageId', n.id, 'at', n.received_at, 'words', coalesce(h.quoted, ''),
    'isApart', h.new_thread or n.sender_account_id <> m.id, 'isTheirs', exists (select 1 from contact_addresses a
      where a.contact_id = h.contact_id and a.address_norm = lower(h.recipient_email)))
  from mailbox_messages n where n.id = h.answers_message_id)`;

/** A follow-up without a subject of its own answers in the thread of the mail before; one by hand in the thread that was chosen. */
function isInThread({ step, stepSubject, threadDeliveryId }: Parts): boolean {
  return step === null ? threadDeliveryId !== null : step > 1 && (stepSubject ?? "").trim() === "";
}

type Previous = Omit<NonNullable<RequestParts["previous"]>, "timezone">;

/**
 * Of each draft the mail before, as it was handed to Graph: its own text and all that it quoted. One that left from another mailbox cannot be
 * answered in this one: after a hand-over a thread begins anew.
 */
async function readPreviousMails(tx: TeamTransaction, rows: Parts[]): Promise<Map<string, Previous>> {
  if (rows.length === 0) return new Map();
  const mails = await readRows<{ id: string; deliveryId: string; sentAt: string; html: string }>(
    tx,
    sql`select q.id, x.* from unnest(${sql.param(rows.map(({ id }) => id))}::uuid[], ${sql.param(rows.map((row) => row.campaignContactId))}::uuid[],
          ${sql.param(rows.map(({ step }) => step))}::int[], ${sql.param(rows.map(({ mailboxId }) => mailboxId))}::uuid[]) q(id, contact, step, mailbox) cross join lateral (
          select v.id as "deliveryId", v.accepted_at as "sentAt", coalesce(e.request->>'html', e.body) as html
          from deliveries v join email_drafts e on e.id = v.draft_id
          where v.campaign_contact_id = q.contact and v.sender_account_id = q.mailbox and v.accepted_at is not null and e.sequence_step < q.step
          order by e.sequence_step desc limit 1) x
        union all
        select q.id, v.id, v.accepted_at, coalesce(e.request->>'html', e.body)
        from unnest(${sql.param(rows.map(({ id }) => id))}::uuid[], ${sql.param(rows.map(({ mailboxId }) => mailboxId))}::uuid[],
          ${sql.param(rows.map(({ threadDeliveryId }) => threadDeliveryId))}::uuid[]) q(id, mailbox, thread)
          join deliveries v on v.id = q.thread and v.sender_account_id = q.mailbox and v.accepted_at is not null join email_drafts e on e.id = v.draft_id`,
  );
  return new Map(mails.map(({ id, sentAt, ...mail }) => [id, { ...mail, sentAt: instantOf(sentAt) }]));
}

function build(row: Parts, previous: Previous | null): DraftRequest {
  const { body, version } = row;
  const request = requestOf(row, previous);
  const built = { request, hash: hashRequest(request), version, correctedTo: null, unreadable: null };
  if (row.status === "draft") return built;
  const kept = readKeptRequest(row.kept);
  if ("unreadable" in kept) return { ...built, unreadable: kept.unreadable };
  if (!isSameMail(kept.request, { request, body })) return built;
  const correctedTo = kept.request.from.email === request.from.email ? null : request.from.email;
  return { request: kept.request, hash: hashRequest(kept.request), version, correctedTo, unreadable: null };
}

function requestOf(row: Parts, previous: Previous | null): NewRequest {
  const { answers, timezone } = row;
  // A message that was placed with somebody may have come from a colleague of theirs.
  const name = (answers && !answers.isTheirs ? null : row.name) ?? row.recipient;
  const parts = {
    from: { senderAccountId: row.mailboxId, email: row.mailbox, name: row.mailboxName ?? row.mailbox },
    to: { email: row.recipient, name },
    subject: row.subject,
    bodyHtml: row.body,
    signatureHtml: row.signatureHtml,
    teamName: row.teamName,
    postalAddress: row.postalAddress ?? "",
    unsubscribeUrl: `${env().APP_URL}/u/${row.unsubscribeToken}`,
  };
  if (answers) return buildAnswerRequest(parts, { ...answers, at: instantOf(answers.at), timezone });
  return buildMailRequest({ ...parts, isPlain: row.isPlain, previous: previous ? { ...previous, timezone } : null });
}
