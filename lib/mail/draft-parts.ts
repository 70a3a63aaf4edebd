import { type SQL, sql } from "drizzle-orm";

/**
 * What the request of a draft is built from, as the rest of a query: `d` is the draft, `c` the contact in its campaign or `h` the mail without one, `p`
 * the contact, `m` the mailbox, `s` the step, `z` the campaign's settings, `t` the team. A draft that belongs to neither is left out.
 */
export const draftParts: SQL = sql`from email_drafts d
    left join campaign_contacts c on c.id = d.campaign_contact_id
    left join single_mails h on h.draft_id = d.id
    join contacts p on p.id = d.contact_id
    join sender_accounts m on m.id = coalesce(c.sender_account_id, d.sender_account_id) and coalesce(c.id, h.id) is not null
    left join campaign_sequences s on s.id = d.sequence_id
    left join campaign_settings z on z.campaign_id = d.campaign_id
    cross join teams t`;

/**
 * One text for all of these parts as they stand: equal as long as the same mail would be signed. Not the hash of the request itself: a new
 * signature block, footer or name changes the requests of all drafts at once, and whoever writes one cannot go over a hundred thousand.
 * It is computed where the parts are read, so it is never out of date. Those of a campaign, and by hand, stay as they are: orders to sign hold some.
 */
export const draftVersion: SQL = sql`encode(sha256(convert_to((case when d.campaign_id is not null then json_build_array(
    coalesce(d.edited_subject, d.subject), coalesce(d.edited_body, d.body), c.recipient_email, c.unsubscribe_token, p.name,
    m.id, m.email, m.display_name, m.signature_html, t.name, t.postal_address, s.sequence_order, s.subject_template, z.timezone
  ) when h.answers_message_id is not null then json_build_array(
    coalesce(d.edited_subject, d.subject), coalesce(d.edited_body, d.body), h.recipient_email, p.name,
    m.id, m.email, m.display_name, m.signature_html, h.answers_message_id, h.quoted, h.new_thread, t.timezone
  ) else json_build_array(
    coalesce(d.edited_subject, d.subject), coalesce(d.edited_body, d.body), h.recipient_email, h.unsubscribe_token, p.name,
    m.id, m.email, m.display_name, m.signature_html, t.name, t.postal_address, h.thread_delivery_id, h.is_plain, t.timezone
  ) end)::text, 'UTF8')), 'hex')`;

/** So much of a version is enough for a page to say which one it showed. */
export const shownVersionLength = 16;
