-- Copies the rows of the fifteen tables in schema before_countersign into one team. Runs in one transaction, as the owner, with
-- app.team_id set, so that team_id comes from its default. docs/MIGRATION_GUIDE.md says in words what is decided here.

create function pg_temp.as_html(body text) returns text language sql immutable as $$
  select case when body ~* '<(p|br|div|ul|ol|a|b|strong|em|i|span|table)[ />]' then body
    else '<p>' || replace(regexp_replace(replace(replace(replace(btrim(replace(body, e'\r', '')), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
      e'\n{2,}', '</p><p>', 'g'), e'\n', '<br>') || '</p>' end
$$;

-- One contact an address, one mailbox an address: the oldest stays, and what pointed at the others points at it.
create temporary table contact_map on commit drop as
  select id as old, lower(btrim(email) collate "und-x-icu") as email_norm,
    first_value(id) over (partition by lower(btrim(email) collate "und-x-icu") order by created_at, id) as new
  from before_countersign.contacts;
create unique index on contact_map (old);
create temporary table sender_map on commit drop as
  select id as old, lower(btrim(email) collate "und-x-icu") as email_norm,
    first_value(id) over (partition by lower(btrim(email) collate "und-x-icu") order by created_at, id) as new
  from before_countersign.sender_accounts;

-- Nothing below is an event of today: counts, settings and replies are copied as they stand.
alter table campaigns disable trigger user;
alter table email_drafts disable trigger user;
alter table sent_emails disable trigger user;
alter table email_replies disable trigger user;

insert into upload_batches (id, file_name, total_contacts, processed_contacts, status, created_at, created_count, error, finished_at)
  select id, file_name, coalesce(total_contacts, 0), coalesce(processed_contacts, 0), case when status in ('pending', 'processing') then 'failed'
      when status = 'failed' then 'failed' else 'completed' end, created_at, coalesce(processed_contacts, 0),
    case when status in ('pending', 'processing') then 'The file was not read to its end before the move.' end, now()
  from before_countersign.upload_batches;
insert into upload_batches (file_name, status, finished_at)
  select 'Before the move', 'completed', now() where exists (
    select 1 from before_countersign.contacts c where not exists (select 1 from before_countersign.upload_batches b where b.id = c.upload_batch_id));

insert into contacts (id, upload_batch_id, raw_data, name, email, company, enriched_data, created_at, email_norm, first_name, last_name, fields, archived_at)
  select c.id, coalesce(b.id, (select id from upload_batches where file_name = 'Before the move' order by created_at desc limit 1)), c.raw_data,
    nullif(btrim(c.name), ''), btrim(c.email), nullif(btrim(c.company), ''), c.enriched_data, c.created_at, m.email_norm,
    coalesce(f.own ->> 'first_name', f.own ->> 'firstname', nullif(split_part(btrim(c.name), ' ', 1), '')),
    coalesce(f.own ->> 'last_name', f.own ->> 'lastname', f.own ->> 'surname', nullif(btrim(substr(btrim(c.name), length(split_part(btrim(c.name), ' ', 1)) + 1)), '')),
    f.own - array['email', 'e_mail', 'name', 'company', 'first_name', 'firstname', 'last_name', 'lastname', 'surname'],
    -- Nobody can be written to at such an address; the row stays, out of sight.
    case when btrim(c.email) !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' then now() end
  from before_countersign.contacts c join contact_map m on m.old = c.id and m.new = c.id
    left join before_countersign.upload_batches b on b.id = c.upload_batch_id,
    lateral (select coalesce(jsonb_object_agg(k, v), '{}') as own from (
      select distinct on (1) btrim(lower(regexp_replace(e.key, '[^a-zA-Z0-9]+', '_', 'g')), '_') as k, btrim(e.value) as v
      from jsonb_each_text(case jsonb_typeof(c.raw_data) when 'object' then c.raw_data else '{}' end) e where btrim(e.value) <> '' order by 1, e.key) one
      where k <> '') f;

insert into contact_lists (id, name, description, created_at, updated_at)
  select id, name, description, created_at, updated_at from before_countersign.contact_lists;
insert into contact_list_members (id, contact_id, list_id, added_at)
  select distinct on (l.list_id, m.new) l.id, m.new, l.list_id, l.added_at
  from before_countersign.contact_list_members l join contact_map m on m.old = l.contact_id join contact_lists x on x.id = l.list_id
  order by l.list_id, m.new, l.added_at, l.id;

-- Nobody has allowed Countersign to use these mailboxes yet.
insert into sender_accounts (id, email, display_name, is_active, created_at, email_norm, status)
  select s.id, btrim(s.email), s.display_name, s.is_active, s.created_at, m.email_norm, 'signed_out'
  from before_countersign.sender_accounts s join sender_map m on m.old = s.id and m.new = s.id;
insert into sender_accounts (email, display_name, is_active, email_norm, status)
  select 'unknown@before.invalid', 'A mailbox that is not known any more', false, 'unknown@before.invalid', 'removed'
  where exists (select 1 from before_countersign.campaign_contacts)
    or exists (select 1 from before_countersign.sent_emails) or exists (select 1 from before_countersign.scheduled_emails);
create temporary table lost_sender on commit drop as select id from sender_accounts where email_norm = 'unknown@before.invalid';

insert into email_templates (id, name, template_content, is_active, created_at, updated_at)
  select id, name, pg_temp.as_html(template_content), is_active, created_at, updated_at from before_countersign.email_templates;

-- What was under way ends here: its mails cannot be answered in their thread, and nothing of it was signed.
insert into campaigns (id, name, description, status, list_id, sender_account_id, created_at, updated_at, launched_at, completed_at)
  select c.id, c.name, c.description, case c.status when 'draft' then 'draft' else 'completed' end, l.id, m.new, c.created_at, c.updated_at,
    case when c.status <> 'draft' then c.created_at end, case when c.status in ('active', 'paused') then now() when c.status <> 'draft' then c.updated_at end
  from before_countersign.campaigns c left join contact_lists l on l.id = c.list_id left join sender_map m on m.old = c.sender_account_id;
insert into campaign_sequences (id, campaign_id, sequence_order, name, subject_template, body_template, delay_days, delay_hours, created_at)
  select s.id, s.campaign_id, row_number() over (partition by s.campaign_id order by s.sequence_order, s.created_at, s.id), s.name,
    s.subject_template, pg_temp.as_html(s.body_template), greatest(0, least(s.delay_days, 365)), greatest(0, least(s.delay_hours, 8760)), s.created_at
  from before_countersign.campaign_sequences s join campaigns c on c.id = s.campaign_id;
insert into campaign_settings (campaign_id, send_window_start, send_window_end, send_days, timezone, daily_limit, delay_between_emails_seconds)
  select c.id, coalesce(s.send_window_start, '09:00'), coalesce(s.send_window_end, '18:00'),
    case when cardinality(d.days) > 0 then d.days else array['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] end,
    coalesce(app_private.map_zone(s.timezone), 'UTC'), greatest(1, least(coalesce(s.daily_limit, 50), 10000)), greatest(0, least(coalesce(s.delay_between_emails_seconds, 120), 86400))
  from campaigns c
    left join lateral (select * from before_countersign.campaign_settings s where s.campaign_id = c.id order by s.updated_at desc, s.id limit 1) s on true,
    lateral (select array(select distinct lower(x) from unnest(s.send_days) x
      where lower(x) in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')) as days) d;

insert into campaign_contacts (id, campaign_id, contact_id, status, current_sequence_step, enrolled_at, completed_at, replied_at, last_email_sent_at,
    sender_account_id, recipient_email, position, ended_reason, bounced_at, unsubscribed_at)
  select o.id, o.campaign_id, o.contact, case when o.status in ('replied', 'bounced', 'unsubscribed') then o.status else 'completed' end,
    o.current_sequence_step, o.enrolled_at, coalesce(o.completed_at, now()), o.replied_at, o.last_email_sent_at,
    coalesce(c.sender_account_id, (select s.sender_account_id from before_countersign.sent_emails s join sender_accounts a on a.id = s.sender_account_id
      where s.campaign_id = o.campaign_id and s.contact_id = o.contact limit 1), (select id from lost_sender)),
    p.email, row_number() over (partition by o.campaign_id order by o.enrolled_at, o.id),
    case when o.status in ('replied', 'bounced', 'unsubscribed') then o.status when o.status = 'completed' then 'got every mail' else 'campaign ended' end,
    case when o.status = 'bounced' then coalesce(o.completed_at, o.last_email_sent_at, now()) end,
    case when o.status = 'unsubscribed' then coalesce(o.completed_at, now()) end
  from (select distinct on (x.campaign_id, m.new) x.*, m.new as contact from before_countersign.campaign_contacts x join contact_map m on m.old = x.contact_id
    order by x.campaign_id, m.new, array_position(array['unsubscribed', 'replied', 'bounced', 'completed', 'in_progress', 'pending'], x.status) nulls last,
      x.current_sequence_step desc, x.id) o
    join campaigns c on c.id = o.campaign_id and c.status <> 'draft' join contacts p on p.id = o.contact;

-- Who was not through, or was chosen for a campaign that never began, stands in a list of their own.
create temporary table unfinished on commit drop as
  select c.id as campaign_id, gen_random_uuid() as list_id, case c.status when 'draft' then 'Chosen for: ' else 'Not finished: ' end || c.name as name,
    c.status = 'draft' as begun_never
  from before_countersign.campaigns c where c.status in ('draft', 'active', 'paused')
    and exists (select 1 from before_countersign.campaign_contacts x where x.campaign_id = c.id and x.status in ('pending', 'in_progress'));
insert into contact_lists (id, name, description) select list_id, name, 'Made by the move to Countersign.' from unfinished;
insert into contact_list_members (list_id, contact_id)
  select distinct u.list_id, m.new from unfinished u join before_countersign.campaign_contacts x on x.campaign_id = u.campaign_id
    join contact_map m on m.old = x.contact_id
  where x.status in ('pending', 'in_progress') and not exists (
    select 1 from before_countersign.campaign_contacts y join contact_map n on n.old = y.contact_id
    where y.campaign_id = x.campaign_id and n.new = m.new and y.status in ('completed', 'replied', 'bounced', 'unsubscribed'));
update campaigns c set list_id = u.list_id from unfinished u where u.campaign_id = c.id and u.begun_never and c.list_id is null;

-- Who wanted no more mail, or could not be reached, is not written to again.
insert into suppressions (email_norm, reason, created_at)
  select distinct on (m.email_norm) m.email_norm, x.status, coalesce(x.completed_at, x.last_email_sent_at, x.enrolled_at)
  from before_countersign.campaign_contacts x join contact_map m on m.old = x.contact_id where x.status in ('unsubscribed', 'bounced')
  order by m.email_norm, x.status desc, x.enrolled_at;

insert into email_drafts (id, contact_id, draft_type, subject, body, edited_subject, edited_body, status, approved_at, first_approved_at, created_at, updated_at,
    rejected_at, reject_reason)
  select d.id, m.new, d.draft_type::text::public.draft_type, d.subject, d.body, d.edited_subject, d.edited_body,
    (case when d.status::text in ('sent', 'failed') then d.status::text else 'draft' end)::public.email_status, d.approved_at, d.approved_at, d.created_at, d.updated_at,
    case when d.status::text in ('sent', 'failed') then null else now() end,
    case when d.status::text in ('sent', 'failed') then null else 'Written before the move; it carries no signature.' end
  from before_countersign.email_drafts d join contact_map m on m.old = d.contact_id;
insert into scheduled_emails (id, draft_id, contact_id, sender_account_id, scheduled_for, status, created_at, cancel_reason)
  select e.id, d.id, m.new, coalesce(s.new, (select id from lost_sender)), e.scheduled_for, case e.status when 'sent' then 'sent' else 'cancelled' end, e.created_at,
    case when e.status is distinct from 'sent' then 'Moved to Countersign' end
  from before_countersign.scheduled_emails e join contact_map m on m.old = e.contact_id join email_drafts d on d.id = e.draft_id
    left join sender_map s on s.old = e.sender_account_id;
insert into sent_emails (id, draft_id, contact_id, sender_account_id, campaign_id, draft_type, subject, body, recipient_email, sent_at, message_id, status, sequence_step, campaign_contact_id)
  select e.id, d.id, m.new, coalesce(s.new, (select id from lost_sender)), c.id, e.draft_type::text::public.draft_type, e.subject, e.body, e.recipient_email, e.sent_at,
    e.message_id, e.status, e.sequence_step, x.id
  from before_countersign.sent_emails e join contact_map m on m.old = e.contact_id left join email_drafts d on d.id = e.draft_id
    left join campaigns c on c.id = e.campaign_id left join campaign_contacts x on x.campaign_id = c.id and x.contact_id = m.new
    left join sender_map s on s.old = e.sender_account_id;
insert into email_replies (id, sent_email_id, campaign_id, contact_id, message_id, received_at, subject, snippet, created_at, seen_at)
  select r.id, e.id, c.id, m.new, r.message_id, r.received_at, r.subject, r.snippet, r.created_at, now()
  from before_countersign.email_replies r join contact_map m on m.old = r.contact_id left join sent_emails e on e.id = r.sent_email_id
    left join campaigns c on c.id = r.campaign_id;
insert into email_analytics (date, total_drafts_created, total_drafts_approved, total_emails_sent, total_followups_sent, created_at)
  select date, sum(coalesce(total_drafts_created, 0)), sum(coalesce(total_drafts_approved, 0)), sum(coalesce(total_emails_sent, 0)),
    sum(coalesce(total_followups_sent, 0)), min(created_at) from before_countersign.email_analytics group by date;

alter table campaigns enable trigger user;
alter table email_drafts enable trigger user;
alter table sent_emails enable trigger user;
alter table email_replies enable trigger user;
