import { type SQL, sql } from "drizzle-orm";

/**
 * What the request of a draft is built from, as the rest of a query: `d` is the draft, `c` the contact in its campaign, `p` the contact, `m` the
 * mailbox, `s` the step, `z` the campaign's settings, `t` the team.
 */
export const draftParts: SQL = sql`from email_drafts d
    join campaign_contacts c on c.id = d.campaign_contact_id
    join contacts p on p.id = d.contact_id
    join sender_accounts m on m.id = c.sender_account_id
    join campaign_sequences s on s.id = d.sequence_id
    join campaign_settings z on z.campaign_id = d.campaign_id
    cross join teams t`;

/**
 * One text for all of these parts as they stand: equal as long as the same mail would be signed. Not the hash of the request itself: a new
 * signature block, footer or name changes the requests of all drafts at once, and whoever writes one cannot go over a hundred thousand.
 * It is computed where the parts are read, so it is never out of date.
 */
export const draftVersion: SQL = sql`encode(sha256(convert_to(json_build_array(
    coalesce(d.edited_subject, d.subject), coalesce(d.edited_body, d.body), c.recipient_email, c.unsubscribe_token, p.name,
    m.id, m.email, m.display_name, m.signature_html, t.name, t.postal_address, s.sequence_order, s.subject_template, z.timezone
  )::text, 'UTF8')), 'hex')`;

/** So much of a version is enough for a page to say which one it showed. */
export const shownVersionLength = 16;
