set check_function_bodies = off;
create schema app_private;
create schema drizzle;
create type public.draft_type as enum ('first_outreach', 'second_followup', 'final_followup');
create type public.email_status as enum ('draft', 'approved', 'sent', 'failed', 'scheduled');
create sequence drizzle.__drizzle_migrations_id_seq as integer;
create sequence public.explain_due_id_seq as bigint;
create sequence public.outbox_id_seq as bigint;
create sequence public.review_moves_id_seq as bigint;
CREATE OR REPLACE FUNCTION app_private.add_suppression_key(key_id text)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into app_private.suppression_keys (id, key) values (key_id, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
$function$
;
CREATE OR REPLACE FUNCTION app_private.count_waiting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into review_counts (team_id, campaign_id, waiting)
    select n.team_id, n.campaign_id, count(*) from new_rows n
    where n.campaign_id is not null and n.status = 'draft' and n.rejected_at is null and not n.shelved group by 1, 2;
  elsif tg_op = 'DELETE' then
    insert into review_counts (team_id, campaign_id, waiting)
    select o.team_id, o.campaign_id, -count(*) from old_rows o
    where o.campaign_id is not null and o.status = 'draft' and o.rejected_at is null and not o.shelved group by 1, 2;
  else
    insert into review_counts (team_id, campaign_id, waiting)
    select x.team_id, x.campaign_id, sum(x.waiting) from (
      select n.team_id, n.campaign_id, 1 as waiting from new_rows n
      where n.campaign_id is not null and n.status = 'draft' and n.rejected_at is null and not n.shelved
      union all select o.team_id, o.campaign_id, -1 from old_rows o
      where o.campaign_id is not null and o.status = 'draft' and o.rejected_at is null and not o.shelved) x
    group by 1, 2 having sum(x.waiting) <> 0;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.hash_address(team uuid, address text, key bytea)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select encode(sha256(key || sha256(key || convert_to(team || ':' || address, 'UTF8'))), 'hex')
$function$
;
CREATE OR REPLACE FUNCTION app_private.hashed_entry(team uuid, address text, strict boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_sort TO 'off'
AS $function$
declare
  named text := '';
  secret bytea;
  sought text;
  found_hash text;
  found_id uuid;
  found_reason text;
  entry uuid;
begin
  loop
    select s.key_id into named from suppressions s
      where s.team_id = team and s.lifted_at is null and s.address_hash is not null and s.key_id > named order by s.key_id limit 1;
    exit when named is null;
    select k.key into secret from app_private.suppression_keys k where k.id = named;
    if secret is null then
      if strict then
        raise exception 'The list holds erased addresses under the key %, which is not in app_private.suppression_keys.', named using errcode = 'CS002';
      end if;
      continue;
    end if;
    sought := app_private.hash_address(team, address, secret);
    select s.id, s.reason, s.address_hash into found_id, found_reason, found_hash from suppressions s
      where s.team_id = team and s.lifted_at is null and s.address_hash is not null and s.key_id = named and s.address_hash >= sought
      order by s.address_hash limit 1;
    if found_hash = sought then
      entry := found_id;
      exit when found_reason <> 'bounced';
    end if;
  end loop;
  return entry;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.is_suppressed_in(team uuid, contact uuid, recipients text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_sort TO 'off'
AS $function$
declare
  direct text[];
  everywhere text[];
  patterns text[];
  address text;
  host text;
  found_text text;
  found_reason text;
  entry uuid;
begin
  select array_agg(distinct x.address) filter (where x.is_direct), array_agg(distinct x.address) into direct, everywhere
    from (select public.normal_address(r) as address, true as is_direct from unnest(recipients) r
      union all select a.address_norm, a.kind = 'primary' from contact_addresses a where a.team_id = team and a.contact_id = contact) x;
  patterns := array(select s.like_pattern from suppressions s where s.team_id = team and s.lifted_at is null and s.wildcard is not null
    order by s.wildcard);
  foreach address in array coalesce(everywhere, '{}') loop
    select s.email_norm, s.reason into found_text, found_reason from suppressions s
      where s.team_id = team and s.lifted_at is null and s.email_norm >= address order by s.email_norm limit 1;
    if found_text = address and (found_reason <> 'bounced' or address = any(direct)) then return true; end if;
    host := substring(address from '[^@]*$');
    select s.domain into found_text from suppressions s
      where s.team_id = team and s.lifted_at is null and s.domain is not null and s.domain >= host order by s.domain limit 1;
    if found_text = host then return true; end if;
    if address like any(patterns) then return true; end if;
    entry := app_private.hashed_entry(team, address, true);
    if entry is not null and (address = any(direct) or (select s.reason from suppressions s where s.id = entry) <> 'bounced') then return true; end if;
  end loop;
  return false;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.knock(kind text, who text, most integer, window_seconds integer, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  counted integer;
  ends timestamptz;
begin
  insert into app_private.knocks as k (kind, who, began_at, ends_at, count)
    values (knock.kind, sha256(convert_to(knock.who, 'UTF8')), knock.at, knock.at + make_interval(secs => knock.window_seconds), 1)
  on conflict on constraint knocks_pkey do update set
    began_at = case when k.ends_at <= knock.at then knock.at else k.began_at end,
    ends_at = case when k.ends_at <= knock.at then knock.at + make_interval(secs => knock.window_seconds) else k.ends_at end,
    count = case when k.ends_at <= knock.at then 1 else least(k.count, knock.most) + 1 end
  returning k.count, k.ends_at into counted, ends;
  if counted = 1 then
    delete from app_private.knocks o where o.ctid in
      (select n.ctid from app_private.knocks n where n.ends_at < knock.at order by n.ends_at limit 20 for update skip locked);
  end if;
  if counted <= knock.most then return 0; end if;
  return greatest(1, least(knock.window_seconds, ceil(extract(epoch from ends - knock.at))::integer));
end $function$
;
CREATE OR REPLACE FUNCTION app_private.known_zone(zone text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if zone !~ '^(UTC|Etc/GMT(0|[+]([0-9]|1[0-2])|-([0-9]|1[0-4]))|[A-Z][A-Za-z]+(/[A-Za-z_-]+)+)$' then return false; end if;
  perform now() at time zone zone;
  return true;
exception when invalid_parameter_value then return false;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.map_zone(zone text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with cities as (select jsonb_build_object(
      'ACT', 'Australia/Darwin', 'AET', 'Australia/Sydney', 'AGT', 'America/Argentina/Buenos_Aires', 'ART', 'Africa/Cairo', 'AST', 'America/Anchorage',
      'BET', 'America/Sao_Paulo', 'BST', 'Asia/Dhaka', 'CAT', 'Africa/Maputo', 'CNT', 'America/St_Johns', 'CST', 'America/Chicago',
      'CTT', 'Asia/Shanghai', 'EAT', 'Africa/Addis_Ababa', 'ECT', 'Europe/Paris', 'IET', 'America/Indiana/Indianapolis', 'IST', 'Asia/Kolkata',
      'JST', 'Asia/Tokyo', 'MIT', 'Pacific/Apia', 'NET', 'Asia/Yerevan', 'NST', 'Pacific/Auckland', 'PLT', 'Asia/Karachi', 'PNT', 'America/Phoenix',
      'PRT', 'America/Puerto_Rico', 'PST', 'America/Los_Angeles', 'SST', 'Pacific/Guadalcanal', 'VST', 'Asia/Ho_Chi_Minh')
    || jsonb_build_object(
      'EST', 'America/Panama', 'MST', 'America/Phoenix', 'HST', 'Pacific/Honolulu', 'EST5EDT', 'America/New_York', 'CST6CDT', 'America/Chicago',
      'MST7MDT', 'America/Denver', 'PST8PDT', 'America/Los_Angeles', 'CET', 'Europe/Brussels', 'MET', 'Europe/Brussels', 'EET', 'Europe/Athens',
      'WET', 'Europe/Lisbon', 'Cuba', 'America/Havana', 'Egypt', 'Africa/Cairo', 'Eire', 'Europe/Dublin', 'GB', 'Europe/London',
      'GB-Eire', 'Europe/London', 'Hongkong', 'Asia/Hong_Kong', 'Iceland', 'Atlantic/Reykjavik', 'Iran', 'Asia/Tehran', 'Israel', 'Asia/Jerusalem',
      'Jamaica', 'America/Jamaica', 'Japan', 'Asia/Tokyo', 'Kwajalein', 'Pacific/Kwajalein', 'Libya', 'Africa/Tripoli', 'NZ', 'Pacific/Auckland',
      'NZ-CHAT', 'Pacific/Chatham', 'Navajo', 'America/Denver', 'PRC', 'Asia/Shanghai', 'Poland', 'Europe/Warsaw', 'Portugal', 'Europe/Lisbon',
      'ROC', 'Asia/Taipei', 'ROK', 'Asia/Seoul', 'Singapore', 'Asia/Singapore', 'Turkey', 'Europe/Istanbul', 'W-SU', 'Europe/Moscow')
    || jsonb_build_object(
      'SystemV/AST4', 'Etc/GMT+4', 'SystemV/AST4ADT', 'America/Halifax', 'SystemV/EST5', 'Etc/GMT+5', 'SystemV/EST5EDT', 'America/New_York',
      'SystemV/CST6', 'Etc/GMT+6', 'SystemV/CST6CDT', 'America/Chicago', 'SystemV/MST7', 'Etc/GMT+7', 'SystemV/MST7MDT', 'America/Denver',
      'SystemV/PST8', 'Etc/GMT+8', 'SystemV/PST8PDT', 'America/Los_Angeles', 'SystemV/YST9', 'Etc/GMT+9', 'SystemV/YST9YDT', 'America/Anchorage',
      'SystemV/HST10', 'Etc/GMT+10', 'US/Pacific-New', 'America/Los_Angeles', 'Canada/East-Saskatchewan', 'America/Regina',
      '-09:30', 'Pacific/Marquesas', '-03:30', 'America/St_Johns', '+03:30', 'Asia/Tehran', '+04:30', 'Asia/Kabul', '+05:30', 'Asia/Kolkata',
      '+05:45', 'Asia/Kathmandu', '+06:30', 'Asia/Yangon', '+08:45', 'Australia/Eucla', '+09:30', 'Australia/Darwin', '+10:30', 'Australia/Lord_Howe',
      '+12:45', 'Pacific/Chatham') as of),
  -- "+05:30" for "+0530" and "+5:30" alike, "+05:00" for "+05".
  offsets as (select regexp_match(zone, '^([+-])(\d\d?):?(\d\d)?(:?00)?$') as parts),
  meant as (select parts[1] as sign, parts[2]::int as hours, coalesce(parts[3], '00') as minutes from offsets)
  select case when app_private.known_zone(zone) then zone else coalesce(
    (select of ->> zone from cities),
    (select of ->> (sign || lpad(hours::text, 2, '0') || ':' || minutes) from cities, meant),
    (select case when hours = 0 then 'UTC' when sign = '+' then 'Etc/GMT-' || hours else 'Etc/GMT+' || hours end from meant
      where minutes = '00' and hours <= case sign when '+' then 14 else 12 end),
    (select n.name from pg_timezone_names n where lower(n.name) = lower(zone) and app_private.known_zone(n.name) limit 1),
    'UTC') end
$function$
;
CREATE OR REPLACE FUNCTION app_private.note_delivery_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.campaign_contact_id from new_rows n join old_rows o on o.id = n.id
  where n.campaign_contact_id is not null
    and (n.state, n.next_look_at, n.thread_lost_at, n.read_back) is distinct from (o.state, o.next_look_at, o.thread_lost_at, o.read_back);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_difference_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct v.team_id, v.campaign_id, v.campaign_contact_id from changed_rows x join deliveries v on v.id = x.delivery_id
  where v.campaign_contact_id is not null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_draft_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.campaign_contact_id from new_rows n join old_rows o on o.id = n.id
  where n.campaign_contact_id is not null and (n.status, n.signed_from, n.missing_fields, n.edited_body is null, n.edited_subject is null)
    is distinct from (o.status, o.signed_from, o.missing_fields, o.edited_body is null, o.edited_subject is null);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_enrolment_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.id from new_rows n join old_rows o on o.id = n.id
  where n.status in ('pending', 'in_progress')
    and (n.status, n.current_sequence_step, n.due_at, n.model_silent_until, n.sender_account_id, n.last_email_sent_at)
      is distinct from (o.status, o.current_sequence_step, o.due_at, o.model_silent_until, o.sender_account_id, o.last_email_sent_at);
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct x.team_id, x.campaign_id, x.id from new_rows n join old_rows o on o.id = n.id
    join campaign_contacts x on x.team_id = n.team_id and x.contact_id = n.contact_id and x.id <> n.id and x.status in ('pending', 'in_progress')
  where (n.status in ('pending', 'in_progress')) <> (o.status in ('pending', 'in_progress'));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_explain_due()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct team_id, campaign_id, campaign_contact_id from changed_rows where campaign_contact_id is not null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_hold_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct c.team_id, c.campaign_id, c.id from changed_rows h join campaign_contacts c on c.id = h.campaign_contact_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
begin
  insert into review_moves (team_id, campaign_contact_id)
  select n.team_id, n.id from new_rows n join old_rows o on o.id = n.id
  where (n.status in ('pending', 'in_progress')) <> (o.status in ('pending', 'in_progress'));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.note_slot_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.campaign_contact_id from new_rows n join old_rows o on o.id = n.id
  where n.campaign_contact_id is not null and (n.status, n.scheduled_for) is distinct from (o.status, o.scheduled_for);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app_private.open_to_system(target regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy system_listed on %s to countersign_system using (true) with check (true)', target);
  execute format('grant %s on %s to countersign_system', rights, target);
end $function$
;
CREATE OR REPLACE FUNCTION app_private.person_is(lowest text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (
    select 1 from members
    where team_id = nullif(current_setting('app.team_id', true), '')::uuid
      and id = nullif(current_setting('app.member_id', true), '')::uuid
      and status = 'active' and (role = 'administrator' or (lowest = 'member' and role = 'member')))
$function$
;
CREATE OR REPLACE FUNCTION app_private.protect_team_table(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', target);
  execute format(
    'create policy team_only on %s to countersign_app
       using (team_id = nullif(current_setting(''app.team_id'', true), '''')::uuid)
       with check (team_id = nullif(current_setting(''app.team_id'', true), '''')::uuid)', target);
  execute format('grant select, insert, update, delete on %s to countersign_app', target);
end $function$
;
CREATE OR REPLACE FUNCTION app_private.shelve_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  with locked as materialized (
    select c.id, c.status from campaign_contacts c where c.id = any(array(select n.campaign_contact_id from new_rows n))
    order by c.id for no key update
  )
  update email_drafts d set shelved = true from locked c
  where d.id = any(array(select n.id from new_rows n)) and c.id = d.campaign_contact_id and c.status not in ('pending', 'in_progress');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.create_campaign_settings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into campaign_settings (campaign_id, team_id, timezone)
  select n.id, n.team_id, t.timezone from new_rows n join teams t on t.id = n.team_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.find_hashed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  new.hashed_in := app_private.hashed_entry(new.team_id, new.address_norm, false);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.find_hashed_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update contact_addresses a set hashed_in = null where a.team_id = new.team_id and a.hashed_in = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.fold_email_analytics()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(72417003) then return 0; end if;
  with counted as (
    delete from email_analytics_deltas d where d.id in (select w.id from email_analytics_deltas w limit 10000)
    returning d.team_id, d.date, d.drafts_created, d.drafts_approved, d.emails_sent, d.followups_sent
  ), added as (
    insert into email_analytics (team_id, date, total_drafts_created, total_drafts_approved, total_emails_sent, total_followups_sent)
    select c.team_id, c.date, sum(c.drafts_created), sum(c.drafts_approved), sum(c.emails_sent), sum(c.followups_sent) from counted c
    group by 1, 2 order by 1, 2
    on conflict (team_id, date) do update
    set total_drafts_created = coalesce(email_analytics.total_drafts_created, 0) + excluded.total_drafts_created,
        total_drafts_approved = coalesce(email_analytics.total_drafts_approved, 0) + excluded.total_drafts_approved,
        total_emails_sent = coalesce(email_analytics.total_emails_sent, 0) + excluded.total_emails_sent,
        total_followups_sent = coalesce(email_analytics.total_followups_sent, 0) + excluded.total_followups_sent
  )
  select count(*) into folded from counted;
  return folded;
end $function$
;
CREATE OR REPLACE FUNCTION public.fold_review_counts()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  noted bigint[];
begin
  if not pg_try_advisory_xact_lock(72417004) then return 0; end if;
  noted := array(select q.id from review_moves q order by q.id limit 1000);
  if array_length(noted, 1) > 0 then
    -- Whoever changes one of them is waited for; how its person stands is read after that. By the team, too, with which every index begins.
    perform 1 from email_drafts d join (select distinct m.team_id, m.campaign_contact_id from review_moves m where m.id = any(noted)) q
      on q.team_id = d.team_id and q.campaign_contact_id = d.campaign_contact_id
    where d.status <> 'sent' order by d.id for no key update of d;
    update email_drafts d set shelved = c.status not in ('pending', 'in_progress')
    from (select distinct m.team_id, m.campaign_contact_id from review_moves m where m.id = any(noted)) q
      join campaign_contacts c on c.team_id = q.team_id and c.id = q.campaign_contact_id
    where d.team_id = q.team_id and d.campaign_contact_id = q.campaign_contact_id and d.status <> 'sent'
      and d.shelved <> (c.status not in ('pending', 'in_progress'));
    delete from review_moves q where q.id = any(noted);
  end if;
  with many as (
    select w.team_id, w.campaign_id from review_counts w group by 1, 2 having count(*) > 1 limit 500
  ), counted as (
    delete from review_counts w using many m where w.team_id = m.team_id and w.campaign_id = m.campaign_id
    returning w.team_id, w.campaign_id, w.waiting
  )
  insert into review_counts (team_id, campaign_id, waiting)
  select c.team_id, c.campaign_id, sum(c.waiting) from counted c group by 1, 2 having sum(c.waiting) <> 0;
  return coalesce(array_length(noted, 1), 0);
end $function$
;
CREATE OR REPLACE FUNCTION public.follow_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare answered uuid;
begin
  select l.thread_id into answered from single_mails h join letters l on l.team_id = h.team_id and l.id = h.letter_id
    where h.team_id = new.team_id and h.draft_id = new.draft_id;
  if answered is null then return null; end if;
  if tg_table_name = 'signatures' and tg_op = 'INSERT' then
    update reply_threads set state = 'waiting', unread = false, snoozed_until = null, snoozed_by = null where id = answered;
  else
    perform public.judge_thread(answered);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.follow_answers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update reply_threads t set state = 'waiting', unread = false, snoozed_until = null, snoozed_by = null
  from (select distinct l.team_id, l.thread_id from new_rows g
        join single_mails h on h.team_id = g.team_id and h.draft_id = g.draft_id join letters l on l.team_id = h.team_id and l.id = h.letter_id
        where g.voided_at is null and l.thread_id is not null) a
  where t.team_id = a.team_id and t.id = a.thread_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.follow_sent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update reply_threads t set last_out_at = greatest(t.last_out_at, n.sent_at),
    state = case when t.state = 'open' and exists (select 1 from new_rows r
        where r.team_id = t.team_id and r.contact_id = t.contact_id and r.sender_account_id = t.sender_account_id and r.campaign_id is null
          and r.sent_at > t.last_in_at and not public.signed_before(r.team_id, r.draft_id,
            greatest(t.last_in_at, public.noted_at(t.team_id, t.contact_id, t.sender_account_id)))) then 'waiting' else t.state end
  from (select team_id, contact_id, sender_account_id, max(sent_at) as sent_at
        from new_rows where contact_id is not null group by 1, 2, 3) n
  where t.team_id = n.team_id and t.contact_id = n.contact_id and t.sender_account_id = n.sender_account_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.forget_suppressed(address text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  team uuid := nullif(current_setting('app.team_id', true), '')::uuid;
  me uuid := nullif(current_setting('app.member_id', true), '')::uuid;
  normal text := public.normal_address(address);
  ranks text[] := array['bounced', 'by hand', 'asked in a reply', 'complained', 'unsubscribed'];
  newest record;
  hash text;
  before record;
  again record;
  changed integer;
  ended integer;
begin
  if not app_private.person_is('administrator') then raise exception 'only an administrator forgets' using errcode = '42501'; end if;
  select k.id, k.key into strict newest from app_private.suppression_keys k order by k.created_at desc, k.id desc limit 1;
  hash := app_private.hash_address(team, normal, newest.key);
  select s.id, s.reason into again from suppressions s where s.team_id = team and s.lifted_at is null and s.email_norm = normal for update;
  select s.id, s.reason into before from suppressions s where s.id = app_private.hashed_entry(team, normal, true) for update;
  if again.id is not null and before.id is not null then
    update suppressions s set lifted_at = now(), lifted_by = me, lift_reason = 'Erased: goes on under the entry before.' where s.id = again.id;
    update suppressions s set reason = again.reason where s.id = before.id
      and array_position(ranks, again.reason) > array_position(ranks, s.reason);
  end if;
  -- Each half of the list has its own index.
  update suppressions s set email_norm = null, note = null, key_id = newest.id, address_hash = hash
    where s.team_id = team and s.email_norm = normal and s.lifted_at is null;
  get diagnostics changed = row_count;
  update suppressions s set email_norm = null, note = null, key_id = newest.id, address_hash = hash,
    lift_reason = case when strpos(public.normal_address(s.lift_reason), normal) > 0 then 'Erased with the address.' else s.lift_reason end
    where s.team_id = team and s.email_norm = normal and s.lifted_at is not null;
  get diagnostics ended = row_count;
  changed := changed + ended;
  if app_private.hashed_entry(team, normal, true) is not null then
    delete from suppression_file_entries f where f.team_id = team and f.email_norm = normal;
  end if;
  update contact_addresses a set hashed_in = null where a.team_id = team and a.address_norm = normal;
  return changed;
end $function$
;
CREATE OR REPLACE FUNCTION public.handle_email_reply()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update campaign_contacts c
  set status = case when c.status in ('pending', 'in_progress') then 'replied' else c.status end,
      ended_reason = case when c.status in ('pending', 'in_progress') then 'replied' else c.ended_reason end,
      wait_reason = case when c.status in ('pending', 'in_progress') then null else c.wait_reason end,
      next_at = case when c.status in ('pending', 'in_progress') then null else c.next_at end,
      replied_at = r.received_at
  from (select team_id, campaign_id, contact_id, min(received_at) as received_at
        from new_rows where campaign_id is not null group by 1, 2, 3) r
  where c.team_id = r.team_id and c.campaign_id = r.campaign_id and c.contact_id = r.contact_id
    and c.status in ('pending', 'in_progress', 'completed') and c.replied_at is null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.is_answered(thread uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from letters l join single_mails h on h.team_id = l.team_id and h.letter_id = l.id
      join signatures g on g.team_id = h.team_id and g.draft_id = h.draft_id and g.voided_at is null
    where l.team_id = t.team_id and l.thread_id = t.id and (h.ended_reason is null or h.ended_reason = 'sent')
      and g.signed_at >= greatest(t.last_in_at, n.at))
    or exists (select 1 from sent_emails s
    where s.team_id = t.team_id and s.contact_id = t.contact_id and s.sender_account_id = t.sender_account_id and s.campaign_id is null
      and s.sent_at > t.last_in_at and not public.signed_before(s.team_id, s.draft_id, greatest(t.last_in_at, n.at)))
  from reply_threads t cross join lateral (select public.noted_at(t.team_id, t.contact_id, t.sender_account_id) as at) n where t.id = thread
$function$
;
CREATE OR REPLACE FUNCTION public.is_suppressed(contact uuid, recipient text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return app_private.is_suppressed_in(nullif(current_setting('app.team_id', true), '')::uuid, contact, array[recipient]);
end $function$
;
CREATE OR REPLACE FUNCTION public.judge_thread(thread uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update reply_threads t set state = 'open' where t.id = thread and t.state = 'waiting' and not public.is_answered(t.id)
$function$
;
CREATE OR REPLACE FUNCTION public.keep_changed_addresses()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  update contact_addresses a set address = n.email from after n
    where a.contact_id = n.id and a.address_norm = n.email_norm and a.kind = 'primary' and a.address <> n.email;
  if not exists (select from after n join before o on o.id = n.id where o.email_norm <> n.email_norm) then return null; end if;
  update contact_addresses a set kind = 'former', source = 'corrected' from after n join before o on o.id = n.id
    where o.email_norm <> n.email_norm and a.contact_id = n.id and a.kind = 'primary';
  update contact_addresses a set kind = 'primary', address = n.email from after n join before o on o.id = n.id
    where o.email_norm <> n.email_norm and a.contact_id = n.id and a.address_norm = n.email_norm;
  insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
    select n.team_id, n.id, n.email, n.email_norm, 'primary', 'contact' from after n join before o on o.id = n.id
    where o.email_norm <> n.email_norm
      and not exists (select from contact_addresses a where a.contact_id = n.id and a.address_norm = n.email_norm);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
    or (tg_op = 'UPDATE' and new.address_norm = old.address_norm and new.contact_id = old.contact_id) then return coalesce(new, old); end if;
  if exists (select 1 from suppressions s where s.team_id = old.team_id and s.lifted_at is null and s.email_norm = old.address_norm and s.reason <> 'bounced')
    or exists (select 1 from suppressions s where s.team_id = old.team_id and s.lifted_at is null and s.domain is not null and s.domain = old.domain)
    or exists (select 1 from suppressions s where s.team_id = old.team_id and s.lifted_at is null and s.wildcard is not null and old.address_norm like s.like_pattern)
    or exists (select 1 from suppressions s where s.id = old.hashed_in and s.lifted_at is null and s.reason <> 'bounced') then
    raise exception 'an address that the list names is taken from somebody by an administrator' using errcode = 'CS003';
  end if;
  return coalesce(new, old);
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_new_addresses()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
    select team_id, id, email, email_norm, 'primary', 'contact' from added;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_signed_place()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
  if exists (select 1 from signatures s where s.team_id = new.team_id and s.draft_id = new.draft_id and s.voided_at is null) then
    raise exception 'where a signed mail goes stays' using errcode = 'CS004';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_single()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- A row of another team is the policy's to refuse.
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
    or new.team_id is distinct from nullif(current_setting('app.team_id', true), '')::uuid then return new; end if;
  if not exists (select 1 from email_drafts d where d.team_id = new.team_id and d.id = new.draft_id and d.campaign_id is null
      and d.contact_id = new.contact_id) then
    raise exception 'a mail by hand has a draft of no campaign, to the same person' using errcode = 'CS004';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_suppressions()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  me uuid := nullif(current_setting('app.member_id', true), '')::uuid;
  -- Without a place: the team's own reasons, of which none outranks another.
  graver text[] := array['asked in a reply', 'complained', 'unsubscribed'];
begin
  if tg_op = 'INSERT' then
    new.email_norm := public.normal_address(new.email_norm);
    new.domain := public.normal_address(new.domain);
    new.wildcard := public.normal_address(new.wildcard);
  end if;
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
  if tg_op = 'INSERT' then
    if new.lifted_at is not null or new.lifted_by is not null or (new.created_by is not null and new.created_by is distinct from me) then
      raise exception 'an entry is added open, and in one''s own name' using errcode = '42501';
    end if;
    new.created_at := now();
    return new;
  end if;
  if old.lifted_at is not null then raise exception 'what was lifted stays as it is' using errcode = '42501'; end if;
  if new.reason <> old.reason and coalesce(array_position(graver, new.reason), 0) <= coalesce(array_position(graver, old.reason), 0) then
    raise exception 'a reason can only become graver' using errcode = '42501';
  end if;
  if new.reason = old.reason and new.campaign_contact_id is distinct from old.campaign_contact_id then
    raise exception 'which mail a reason came from is said with the reason' using errcode = '42501';
  end if;
  if new.lifted_at is null then
    if new.lifted_by is not null then raise exception 'who lifted stands with when and why' using errcode = '42501'; end if;
    return new;
  end if;
  if new.reason <> old.reason or new.lifted_by is null or new.lifted_by is distinct from me or new.lift_reason !~ '[^[:space:]]' then
    raise exception 'lifting is an act in one''s own name, with a reason' using errcode = '42501';
  end if;
  if new.lift_reason = 'taken back' then
    if old.reason <> 'by hand' or old.file_id is not null or old.created_by is distinct from me or clock_timestamp() > old.created_at + interval '30 seconds' then
      raise exception 'taking back is for whoever suppressed, within half a minute' using errcode = '42501';
    end if;
  end if;
  new.lifted_at := now();
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if old.campaign_id is not null or old.status <> 'draft' or old.first_approved_at is not null then
      raise exception 'only a mail by hand that never was signed is taken away' using errcode = 'CS004';
    end if;
    return old;
  end if;
  if old.campaign_id is not null or old.status <> 'draft' or new.status <> 'draft' then
    raise exception 'the text of this mail stays as it was written' using errcode = 'CS004';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_zone()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  zone text := to_jsonb(new) ->> tg_argv[0];
begin
  -- What a running campaign was launched with stays as it is, whatever else of its row changes.
  if tg_op = 'UPDATE' and zone is not distinct from (to_jsonb(old) ->> tg_argv[0]) then return new; end if;
  if not app_private.known_zone(zone) then
    raise exception '"%" is not a time zone that Postgres knows by name; take one such as Europe/Berlin', zone using errcode = '23514';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.let_intents_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('list:' || new.team_id, 0));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.mark_first_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  if new.status = 'approved' and new.first_approved_at is null then
    new.first_approved_at := coalesce(new.approved_at, now());
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.normal_address(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select lower(btrim(address, e' \t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
    collate "und-x-icu") collate "default"
$function$
;
CREATE OR REPLACE FUNCTION public.noted_at(team uuid, contact uuid, mailbox uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select max(greatest(m.received_at, m.created_at, m.placed_at)) from mailbox_messages m
  where m.team_id = team and m.contact_id = contact and m.sender_account_id = mailbox and m.kind in ('reply', 'meeting') and not m.is_old
$function$
;
CREATE OR REPLACE FUNCTION public.notify_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  perform pg_notify('countersign_changes', team_id || ' ' || tg_argv[0])
  from (select distinct team_id from changed_rows) t where team_id is not null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.notify_outbox()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  perform pg_notify('countersign_outbox', '');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.notify_team_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  perform pg_notify('countersign_changes', new.id || ' everything');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.refresh_statistics(tables text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare one text;
begin
  foreach one in array tables loop
    execute format('analyze (skip_locked) public.%I', one);
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_suppressed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  mail record;
begin
  -- In a transaction that sees only what was there when it began, looking after the lock finds nothing new.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an intent is written where the newest entry is seen' using errcode = '25001';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('list:' || new.team_id, 0));
  select d.team_id, d.contact_id, array_remove(array[c.recipient_email, h.recipient_email, e.request #>> '{to,email}'], null) as recipients into mail
    from deliveries d left join campaign_contacts c on c.id = d.campaign_contact_id left join single_mails h on h.team_id = d.team_id and h.draft_id = d.draft_id
      left join email_drafts e on e.id = d.draft_id where d.id = new.delivery_id;
  if app_private.is_suppressed_in(mail.team_id, mail.contact_id, mail.recipients) then
    raise exception 'whoever this mail goes to is suppressed' using errcode = 'CS001';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.signed_before(team uuid, draft uuid, noted timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select 1 from signatures g where g.team_id = team and g.draft_id = draft and g.voided_at is null and g.signed_at < noted)
$function$
;
CREATE OR REPLACE FUNCTION public.stay_erased()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  ranks text[] := array['bounced', 'by hand', 'asked in a reply', 'complained', 'unsubscribed'];
  before uuid := app_private.hashed_entry(new.team_id, new.email_norm, false);
begin
  if before is null then return new; end if;
  update suppressions s set reason = new.reason, campaign_contact_id = new.campaign_contact_id
    where s.id = before and array_position(ranks, new.reason) > array_position(ranks, s.reason);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.suppressed_contacts()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET random_page_cost TO '1.1'
AS $function$
  with team as materialized (select nullif(current_setting('app.team_id', true), '')::uuid as id),
  w as materialized (
    select s.team_id, s.like_pattern, reverse(substring(s.wildcard from '[^*]*$')) as tail, substring(s.wildcard from '^[^*]*') as head
    from suppressions s where s.team_id = (select id from team) and s.lifted_at is null and s.wildcard is not null)
  select a.contact_id from contact_addresses a join suppressions s on s.team_id = (select id from team) and s.email_norm = a.address_norm
    where a.team_id = (select id from team) and s.lifted_at is null and a.kind = 'primary'
  union all
  select a.contact_id from contact_addresses a join suppressions s on s.team_id = (select id from team) and s.email_norm = a.address_norm
    where a.team_id = (select id from team) and s.lifted_at is null and a.kind <> 'primary' and s.reason <> 'bounced'
  union all
  select a.contact_id from suppressions s join contact_addresses a on a.team_id = s.team_id and a.domain = s.domain
    where s.team_id = (select id from team) and s.lifted_at is null and s.domain is not null
  union all
  select a.contact_id from contact_addresses a join suppressions s on s.id = a.hashed_in
    where a.team_id = (select id from team) and a.hashed_in is not null and s.lifted_at is null and (s.reason <> 'bounced' or a.kind = 'primary')
  union all
  select a.contact_id from w join contact_addresses a on a.team_id = w.team_id
    and reverse(a.address_norm) ~>=~ w.tail and reverse(a.address_norm) ~<~ (w.tail || e'\U0010FFFF') and a.address_norm like w.like_pattern
    where w.tail <> ''
  union all
  select a.contact_id from w join contact_addresses a on a.team_id = w.team_id
    and a.address_norm ~>=~ w.head and a.address_norm ~<~ (w.head || e'\U0010FFFF') and a.address_norm like w.like_pattern
    where w.tail = '' and w.head <> ''
  union all
  select a.contact_id from w join contact_addresses a on a.team_id = w.team_id and a.address_norm like w.like_pattern where w.tail = '' and w.head = ''
$function$
;
CREATE OR REPLACE FUNCTION public.update_draft_analytics()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into email_analytics_deltas (team_id, date, drafts_created, drafts_approved)
    select n.team_id, (n.created_at at time zone t.timezone)::date, count(*), count(n.first_approved_at)
    from new_rows n join teams t on t.id = n.team_id group by 1, 2;
  else
    insert into email_analytics_deltas (team_id, date, drafts_approved)
    select n.team_id, (n.first_approved_at at time zone t.timezone)::date, count(*)
    from new_rows n join old_rows o on o.id = n.id join teams t on t.id = n.team_id
    where n.first_approved_at is not null and o.first_approved_at is null group by 1, 2;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.update_email_analytics()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into email_analytics_deltas (team_id, date, emails_sent, followups_sent)
  select n.team_id, (n.sent_at at time zone t.timezone)::date, count(*),
         count(*) filter (where n.draft_type <> 'first_outreach'
           and not exists (select 1 from single_mails h where h.team_id = n.team_id and h.draft_id = n.draft_id and h.answers_message_id is not null))
  from new_rows n join teams t on t.id = n.team_id group by 1, 2;
  return null;
end $function$
;
create table app_private.engine_beats (
  kind text not null,
  at timestamp with time zone,
  woken_at timestamp with time zone,
  refused text,
  refused_since timestamp with time zone
);
create table app_private.knocks (
  kind text not null,
  who bytea not null,
  began_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  count integer not null
);
create table app_private.suppression_keys (
  id text not null,
  key bytea not null,
  created_at timestamp with time zone default clock_timestamp() not null
);
create table drizzle.__drizzle_migrations (
  id integer default nextval('drizzle.__drizzle_migrations_id_seq'::regclass) not null,
  hash text not null,
  created_at bigint
);
create table public.activities (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  at timestamp with time zone not null,
  member_id uuid,
  verb text not null,
  campaign_id uuid,
  contact_id uuid,
  detail jsonb default '{}'::jsonb not null
);
create table public.acts (
  id uuid not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  member_id uuid not null,
  at timestamp with time zone not null,
  outcome text,
  refusal jsonb
);
create table public.campaign_contacts (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  status text default 'pending'::text not null,
  current_sequence_step integer default 0 not null,
  enrolled_at timestamp with time zone default now() not null,
  completed_at timestamp with time zone,
  replied_at timestamp with time zone,
  last_email_sent_at timestamp with time zone,
  sender_account_id uuid not null,
  recipient_email text not null,
  "position" integer default 0 not null,
  ended_reason text,
  wait_reason text,
  next_at timestamp with time zone,
  run_id text,
  admission integer default 0 not null,
  admitted_at timestamp with time zone,
  unsubscribe_token text default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text) not null,
  bounced_at timestamp with time zone,
  unsubscribed_at timestamp with time zone,
  stopped_by uuid,
  due_at timestamp with time zone,
  model_silent_until timestamp with time zone,
  run_due_at timestamp with time zone,
  run_seen_due timestamp with time zone
);
create table public.campaign_launches (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  launched_by uuid,
  launched_at timestamp with time zone default now() not null,
  signs_templates boolean not null,
  templates_hash text,
  counts jsonb default '{}'::jsonb not null
);
create table public.campaign_pauses (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  paused_at timestamp with time zone default now() not null,
  paused_by uuid,
  resumed_at timestamp with time zone,
  resumed_by uuid,
  because text
);
create table public.campaign_sequences (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  sequence_order integer not null,
  name text not null,
  subject_template text not null,
  body_template text not null,
  delay_days integer default 0 not null,
  delay_hours integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  delay_minutes integer default 0 not null,
  updated_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  written_by text default 'template'::text not null,
  template_id uuid,
  updated_by uuid,
  edits jsonb default '{}'::jsonb not null
);
create table public.campaign_settings (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  send_window_start time without time zone default '09:00:00'::time without time zone not null,
  send_window_end time without time zone default '18:00:00'::time without time zone not null,
  send_days text[] default ARRAY['monday'::text, 'tuesday'::text, 'wednesday'::text, 'thursday'::text, 'friday'::text] not null,
  timezone text default 'UTC'::text not null,
  daily_limit integer default 50 not null,
  delay_between_emails_seconds integer default 120 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  updated_by uuid,
  away_days integer default 7 not null,
  reply_stops text default 'person'::text not null,
  edits jsonb default '{}'::jsonb not null
);
create table public.campaigns (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  name text not null,
  description text,
  status text default 'draft'::text not null,
  list_id uuid,
  sender_account_id uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  created_by uuid,
  review_mode text default 'each'::text not null,
  launched_at timestamp with time zone,
  completed_at timestamp with time zone,
  completed_by uuid,
  updated_by uuid,
  archived_at timestamp with time zone,
  edits jsonb default '{}'::jsonb not null,
  explained_as text
);
create table public.contact_addresses (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  contact_id uuid not null,
  address text not null,
  address_norm text not null,
  kind text not null,
  source text not null,
  created_at timestamp with time zone default now() not null,
  created_by uuid,
  domain text generated always as ("substring"(address_norm, '[^@]*$'::text)) stored,
  hashed_in uuid
);
create table public.contact_holds (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_contact_id uuid not null,
  kind text not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone,
  back_day date,
  due_before timestamp with time zone,
  message_id uuid,
  made_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended text
);
create table public.contact_list_members (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  contact_id uuid not null,
  list_id uuid not null,
  added_at timestamp with time zone default now() not null
);
create table public.contact_lists (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  name text not null,
  description text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
create table public.contacts (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  upload_batch_id uuid not null,
  raw_data jsonb not null,
  name text,
  email text not null,
  company text,
  enriched_data jsonb,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  email_norm text not null,
  first_name text,
  last_name text,
  fields jsonb default '{}'::jsonb not null,
  archived_at timestamp with time zone,
  time_zone text,
  archive_act uuid
);
create table public.deliveries (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  draft_id uuid not null,
  campaign_id uuid,
  campaign_contact_id uuid,
  sequence_id uuid,
  contact_id uuid not null,
  sender_account_id uuid not null,
  state text default 'queued'::text not null,
  send_key text not null,
  request_hash text not null,
  graph_id text,
  internet_message_id text,
  conversation_id text,
  created_at timestamp with time zone default now() not null,
  drafted_at timestamp with time zone,
  submitted_at timestamp with time zone,
  accepted_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  looks integer default 0 not null,
  next_look_at timestamp with time zone,
  resends integer default 0 not null,
  error_code text,
  sent_graph_id text,
  thread_lost_at timestamp with time zone,
  made_as jsonb,
  read_back text,
  read_back_at timestamp with time zone,
  read_back_tries integer default 0 not null,
  read_back_changes text[],
  is_outside boolean
);
create table public.delivery_intents (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  delivery_id uuid not null,
  attempt integer not null,
  created_at timestamp with time zone default now() not null,
  answered_at timestamp with time zone,
  answer integer
);
create table public.domain_checks (
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  domain text not null,
  checked_at timestamp with time zone not null,
  proofs jsonb not null,
  failing_since timestamp with time zone,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  accept_reason text
);
create table public.draft_attempts (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  delivery_id uuid not null,
  sender_account_id uuid not null,
  begun_at timestamp with time zone default now() not null
);
create table public.email_analytics (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  date date default CURRENT_DATE not null,
  total_drafts_created integer default 0,
  total_drafts_approved integer default 0,
  total_emails_sent integer default 0,
  total_followups_sent integer default 0,
  created_at timestamp with time zone default now() not null
);
create table public.email_analytics_deltas (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  date date not null,
  drafts_created integer default 0 not null,
  drafts_approved integer default 0 not null,
  emails_sent integer default 0 not null,
  followups_sent integer default 0 not null
);
create table public.email_drafts (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  contact_id uuid not null,
  draft_type draft_type not null,
  subject text not null,
  body text not null,
  edited_subject text,
  edited_body text,
  status email_status default 'draft'::email_status,
  approved_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  campaign_id uuid,
  campaign_contact_id uuid,
  sequence_id uuid,
  sequence_step integer,
  sequence_version integer,
  sender_account_id uuid,
  first_approved_at timestamp with time zone,
  written_by text default 'template'::text not null,
  missing_fields text[] default '{}'::text[] not null,
  request jsonb,
  request_hash text,
  rejected_at timestamp with time zone,
  rejected_by uuid,
  reject_reason text,
  failure text,
  edited_by uuid,
  edited_at timestamp with time zone,
  signed_from text generated always as (((request -> 'from'::text) ->> 'email'::text)) stored,
  shelved boolean default false not null
);
create table public.email_replies (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sent_email_id uuid,
  campaign_id uuid,
  contact_id uuid not null,
  message_id text,
  received_at timestamp with time zone default now() not null,
  subject text,
  snippet text,
  created_at timestamp with time zone default now() not null,
  sender_account_id uuid,
  from_email text,
  seen_at timestamp with time zone,
  seen_by uuid
);
create table public.email_templates (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  name text not null,
  template_content text not null,
  is_active boolean default true,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  subject_template text default ''::text not null,
  created_by uuid
);
create table public.explain_due (
  id bigint default nextval('explain_due_id_seq'::regclass) not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  campaign_contact_id uuid not null
);
create table public.graph_subscriptions (
  id text not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sender_account_id uuid not null,
  folder text not null,
  client_state_hash text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  renewed_at timestamp with time zone
);
create table public.ignored_senders (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  email_norm text not null,
  created_at timestamp with time zone default now() not null,
  created_by uuid
);
create table public.kept_letters (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  message_id uuid not null,
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  tag bytea not null,
  kept_at timestamp with time zone not null
);
create table public.launch_views (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  member_id uuid not null,
  seen_at timestamp with time zone not null,
  shown jsonb not null,
  contact_ids uuid[] not null
);
create table public.letters (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  written_by uuid not null,
  sender_account_id uuid not null,
  template_id uuid,
  subject text default ''::text not null,
  body text default ''::text not null,
  version integer default 1 not null,
  leave text default 'now'::text not null,
  leave_day date,
  leave_time time without time zone,
  leave_zone text default 'sender'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  signed_at timestamp with time zone,
  signed_by uuid,
  discarded_at timestamp with time zone,
  discarded_by uuid,
  thread_id uuid
);
create table public.limit_lessons (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  kind text not null,
  sender_account_id uuid not null,
  at timestamp with time zone not null,
  used integer not null,
  code text not null
);
create table public.mail_differences (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  delivery_id uuid not null,
  place text not null,
  found_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  found jsonb not null,
  differences jsonb not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_as text
);
create table public.mailbox_guards (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sender_account_id uuid not null,
  kind text not null,
  counted integer not null,
  of integer not null,
  allowed_percent real not null,
  began_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table public.mailbox_leases (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sender_account_id uuid not null,
  purpose text not null,
  holder text not null,
  until timestamp with time zone not null
);
create table public.mailbox_messages (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sender_account_id uuid not null,
  internet_message_id text not null,
  graph_id text,
  kind text not null,
  matched_by text,
  campaign_contact_id uuid,
  contact_id uuid,
  from_email text,
  subject text,
  snippet text,
  status_code text,
  received_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  conversation_id text,
  blames text,
  failed_address text,
  says text,
  wish text,
  wish_sentence text,
  wish_by text,
  away_back date,
  away_sentence text,
  away_words text,
  guesses jsonb default '[]'::jsonb not null,
  is_old boolean default false not null,
  placed_at timestamp with time zone,
  placed_by uuid,
  hidden_at timestamp with time zone,
  hidden_by uuid,
  stopped jsonb default '[]'::jsonb not null
);
create table public.mailbox_set_asides (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sender_account_id uuid not null,
  graph_id text not null,
  code text not null,
  tries integer not null,
  first_seen_at timestamp with time zone not null,
  next_try_at timestamp with time zone,
  given_up_at timestamp with time zone
);
create table public.mailbox_syncs (
  sender_account_id uuid not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  delta_link text,
  last_polled_at timestamp with time zone,
  last_message_at timestamp with time zone,
  error text,
  done text[] default '{}'::text[] not null,
  page_size integer default 50 not null,
  failing_since timestamp with time zone,
  folder text default 'inbox'::text not null
);
create table public.mailbox_tests (
  sender_account_id uuid not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  tested_at timestamp with time zone not null,
  results jsonb not null,
  self_mail_at timestamp with time zone,
  self_mail text
);
create table public.mailbox_tokens (
  sender_account_id uuid not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  tag bytea not null,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null
);
create table public.mailbox_watches (
  sender_account_id uuid not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  look_began_at timestamp with time zone,
  lag_ms integer,
  reconciled_at timestamp with time zone,
  differences integer default 0 not null,
  notifications integer default 0 not null,
  notified_at timestamp with time zone,
  notifications_missed integer default 0 not null
);
create table public.member_settings (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  member_id uuid not null,
  timezone text,
  updated_at timestamp with time zone default now() not null
);
create table public.members (
  id uuid default gen_random_uuid() not null,
  team_id uuid not null,
  tid text not null,
  oid text not null,
  name text not null,
  email text not null,
  role text default 'viewer'::text not null,
  status text default 'active'::text not null,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone
);
create table public.notice_targets (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  member_id uuid,
  when_told text default 'never'::text not null,
  way text default 'mail'::text not null,
  about text default 'all'::text not null,
  digest_at time without time zone default '08:30:00'::time without time zone not null,
  sender_account_id uuid,
  key_id text,
  nonce bytea,
  ciphertext bytea,
  tag bytea,
  webhook_host text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
create table public.notices (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  target_id uuid not null,
  message_id uuid not null,
  due_at timestamp with time zone not null,
  told_at timestamp with time zone,
  tries integer default 0 not null,
  failure text,
  created_at timestamp with time zone default now() not null
);
create table public.outbox (
  id bigint default nextval('outbox_id_seq'::regclass) not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  name text not null,
  event_id text not null,
  data jsonb not null,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone
);
create table public.removals (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  kind text not null,
  removed_id uuid not null,
  rows jsonb not null,
  removed_by uuid,
  removed_at timestamp with time zone not null
);
create table public.reply_threads (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  sender_account_id uuid not null,
  contact_id uuid not null,
  state text default 'open'::text not null,
  unread boolean default true not null,
  last_message_id uuid not null,
  last_in_at timestamp with time zone not null,
  last_out_at timestamp with time zone,
  version integer default 1 not null,
  assigned_to uuid,
  assigned_by uuid,
  assigned_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  snoozed_by uuid,
  label text,
  label_by text,
  labelled_by uuid,
  labelled_at timestamp with time zone,
  later_on date,
  done_at timestamp with time zone,
  done_by uuid,
  created_at timestamp with time zone default now() not null
);
create table public.review_counts (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_id uuid not null,
  waiting integer not null
);
create table public.review_moves (
  id bigint default nextval('review_moves_id_seq'::regclass) not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  campaign_contact_id uuid not null
);
create table public.scheduled_emails (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  draft_id uuid not null,
  contact_id uuid not null,
  sender_account_id uuid not null,
  scheduled_for timestamp with time zone not null,
  status text default 'pending'::text,
  created_at timestamp with time zone default now() not null,
  campaign_id uuid,
  campaign_contact_id uuid,
  cancel_reason text,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  moved_from timestamp with time zone,
  moved_by uuid
);
create table public.sender_accounts (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  email text not null,
  display_name text,
  is_active boolean default true,
  created_at timestamp with time zone default now() not null,
  email_norm text not null,
  tid text,
  oid text,
  connected_by uuid,
  connected_at timestamp with time zone,
  status text default 'connected'::text not null,
  status_reason text,
  status_since timestamp with time zone default now() not null,
  signature_html text default ''::text not null,
  trouble text,
  trouble_code text,
  trouble_since timestamp with time zone,
  trouble_until timestamp with time zone,
  addresses text[] default '{}'::text[] not null,
  sign_in_name text,
  signature_by uuid
);
create table public.sent_emails (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  draft_id uuid,
  contact_id uuid not null,
  sender_account_id uuid not null,
  campaign_id uuid,
  draft_type draft_type not null,
  subject text not null,
  body text not null,
  recipient_email text not null,
  sent_at timestamp with time zone default now() not null,
  message_id text,
  status text default 'sent'::text,
  sequence_step integer,
  campaign_contact_id uuid,
  delivery_id uuid
);
create table public.sessions (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  member_id uuid not null,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid
);
create table public.sign_job_drafts (
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  job_id uuid not null,
  place integer not null,
  draft_id uuid not null,
  hash text not null,
  state text default 'waiting'::text not null
);
create table public.sign_jobs (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  member_id uuid not null,
  campaign_id uuid,
  state text default 'asking'::text not null,
  created_at timestamp with time zone default now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  total integer not null,
  signed integer default 0 not null,
  refused integer default 0 not null,
  passed_over integer default 0 not null,
  seen_at timestamp with time zone default now() not null
);
create table public.signatures (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  draft_id uuid not null,
  hash text not null,
  kind text not null,
  signed_by uuid,
  signed_at timestamp with time zone default now() not null,
  voided_at timestamp with time zone,
  voided_by uuid,
  void_cause text,
  job_id uuid
);
create table public.single_mails (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  letter_id uuid,
  draft_id uuid not null,
  contact_id uuid not null,
  recipient_email text not null,
  unsubscribe_token text default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text) not null,
  thread_delivery_id uuid,
  new_thread boolean default false not null,
  is_plain boolean default false not null,
  leave text,
  leave_zone text,
  leave_at timestamp with time zone,
  run_id text,
  admission integer default 0 not null,
  admitted_at timestamp with time zone,
  wait_reason text,
  next_at timestamp with time zone,
  ended_reason text,
  ended_at timestamp with time zone,
  ended_by uuid,
  created_at timestamp with time zone default now() not null,
  answers_message_id uuid,
  quoted text
);
create table public.suppression_file_entries (
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  file_id uuid not null,
  line integer not null,
  place integer default 0 not null,
  email_norm text,
  domain text,
  wildcard text,
  reason text,
  note text,
  refused text
);
create table public.suppression_files (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  file_name text not null,
  state text default 'reading'::text not null,
  created_at timestamp with time zone default now() not null,
  created_by uuid,
  lines integer default 0 not null,
  entries integer default 0 not null,
  refused integer default 0 not null,
  known integer default 0 not null,
  taken integer default 0 not null,
  finished_at timestamp with time zone,
  facts jsonb default '{}'::jsonb not null
);
create table public.suppressions (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  email_norm text,
  reason text not null,
  campaign_contact_id uuid,
  created_at timestamp with time zone default now() not null,
  created_by uuid,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_reason text,
  domain text,
  wildcard text,
  address_hash text,
  key_id text,
  like_pattern text generated always as (replace(replace(replace(replace(wildcard, '\'::text, '\\'::text), '%'::text, '\%'::text), '_'::text, '\_'::text), '*'::text, '%'::text)) stored,
  note text,
  file_id uuid,
  single_mail_id uuid
);
create table public.team_stops (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  stopped_at timestamp with time zone default now() not null,
  stopped_by uuid,
  lifted_at timestamp with time zone,
  lifted_by uuid
);
create table public.teams (
  id uuid default gen_random_uuid() not null,
  tenant_id text not null,
  name text not null,
  postal_address text,
  timezone text default 'UTC'::text not null,
  join_policy text default 'ask'::text not null,
  join_role text default 'viewer'::text not null,
  created_at timestamp with time zone default now() not null,
  licences integer,
  budget_reserve_percent integer default 20 not null,
  guard_dead_percent real default 5 not null,
  guard_opt_out_percent real default 2 not null,
  hours_start time without time zone default '09:00:00'::time without time zone not null,
  hours_end time without time zone default '17:00:00'::time without time zone not null,
  hours_days text[] default '{monday,tuesday,wednesday,thursday,friday}'::text[] not null,
  hand_footer boolean default true not null,
  keep_letters boolean default false not null,
  zone_told boolean default true not null,
  idle_days integer default 14 not null
);
create table public.test_copies (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  member_id uuid not null,
  sender_account_id uuid not null,
  sequence_id uuid,
  to_email text not null,
  subject text not null,
  send_key text not null,
  graph_id text,
  state text default 'queued'::text not null,
  error text,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone
);
create table public.thread_presences (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  thread_id uuid not null,
  member_id uuid not null,
  seen_at timestamp with time zone not null,
  typed_at timestamp with time zone
);
create table public.upload_batches (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  file_name text not null,
  column_mapping jsonb,
  total_contacts integer default 0,
  processed_contacts integer default 0,
  status text default 'pending'::text,
  created_at timestamp with time zone default now() not null,
  created_by uuid,
  headers text[],
  delimiter text,
  encoding text,
  bytes integer,
  known_policy text default 'fill'::text not null,
  list_id uuid,
  created_count integer default 0 not null,
  updated_count integer default 0 not null,
  unchanged_count integer default 0 not null,
  refused_count integer default 0 not null,
  error text,
  by_hand text,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  cancelled_at timestamp with time zone
);
create table public.upload_rows (
  id uuid default gen_random_uuid() not null,
  team_id uuid default (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid not null,
  upload_batch_id uuid not null,
  line integer not null,
  cells jsonb not null,
  state text default 'staged'::text not null,
  reason text,
  contact_id uuid
);
alter sequence drizzle.__drizzle_migrations_id_seq owned by drizzle.__drizzle_migrations.id;
alter sequence explain_due_id_seq owned by public.explain_due.id;
alter sequence outbox_id_seq owned by public.outbox.id;
alter sequence review_moves_id_seq owned by public.review_moves.id;
alter table app_private.engine_beats add constraint engine_beats_check CHECK (((refused IS NULL) = (refused_since IS NULL)));
alter table app_private.engine_beats add constraint engine_beats_kind_check CHECK ((kind = ANY (ARRAY['sweep'::text, 'poll'::text, 'events'::text])));
alter table app_private.engine_beats add constraint engine_beats_pkey PRIMARY KEY (kind);
alter table app_private.knocks add constraint knocks_pkey PRIMARY KEY (kind, who);
alter table app_private.suppression_keys add constraint suppression_keys_pkey PRIMARY KEY (id);
alter table drizzle.__drizzle_migrations add constraint __drizzle_migrations_pkey PRIMARY KEY (id);
alter table public.activities add constraint activities_verb CHECK ((verb = ANY (ARRAY['launched'::text, 'paused'::text, 'resumed'::text, 'ended'::text, 'stopped all sending'::text, 'resumed all sending'::text, 'signed all that pass'::text, 'settled a mail in doubt'::text, 'held a changed mail'::text, 'settled a changed mail'::text, 'found a copy that differs'::text, 'stopped a contact'::text, 'took a stop back'::text, 'edited a contact'::text, 'suppressed'::text, 'suppressed an entry'::text, 'suppressed by a file'::text, 'lifted a suppression'::text, 'took back a suppression'::text, 'paused by a report'::text, 'received a complaint'::text, 'placed a message'::text, 'put a message aside'::text, 'changed a hold'::text, 'removed an address'::text, 'handed over a mailbox'::text, 'paused a mailbox by its guard'::text, 'let a guarded mailbox go on'::text, 'learned a limit'::text, 'let an unproven domain send'::text, 'sent a mail now'::text, 'moved a mail'::text, 'cancelled a mail'::text, 'took a cancelling back'::text, 'labelled a thread'::text, 'let a campaign go on'::text, 'added who was named'::text, 'assigned a thread'::text, 'connected a mailbox'::text, 'disconnected a mailbox'::text, 'corrected the address of a mailbox'::text, 'let somebody in'::text, 'turned somebody away'::text, 'changed a role'::text, 'removed a person'::text, 'ended a session'::text, 'changed the team'::text, 'mapped a time zone'::text, 'moved here'::text])));
alter table public.activities add constraint activities_pkey PRIMARY KEY (id);
alter table public.acts add constraint acts_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'given up'::text])));
alter table public.acts add constraint acts_refusal CHECK (((NOT (outcome IS DISTINCT FROM 'refused'::text)) = (refusal IS NOT NULL)));
alter table public.acts add constraint acts_pkey PRIMARY KEY (id);
alter table public.campaign_contacts add constraint campaign_contacts_ended_known CHECK ((ended_reason = ANY (ARRAY['got every mail'::text, 'replied'::text, 'bounced'::text, 'unsubscribed'::text, 'rejected'::text, 'stopped by hand'::text, 'could not be sent'::text, 'campaign ended'::text, 'suppressed'::text, 'company answered'::text, 'complained'::text, 'asked not to be mailed'::text, 'left the company'::text])));
alter table public.campaign_contacts add constraint campaign_contacts_reason_known CHECK ((wait_reason = ANY (ARRAY['paused'::text, 'mailbox_signed_out'::text, 'mailbox_no_licence'::text, 'mailbox_full'::text, 'mailbox_unreadable'::text, 'mailbox_limited'::text, 'mailbox_guarded'::text, 'domain_unproven'::text, 'sender_corrected'::text, 'changed_in_outlook'::text, 'left_otherwise'::text, 'elsewhere'::text, 'field_missing'::text, 'in_doubt'::text, 'thread_closed'::text, 'bounced_often'::text, 'out_of_office'::text, 'asked_later'::text, 'model_silent'::text, 'being_written'::text, 'delay'::text, 'needs_signature'::text, 'window_closed'::text, 'daily_limit'::text, 'mailbox_day_used'::text, 'team_budget_used'::text, 'in_line'::text])));
alter table public.campaign_contacts add constraint campaign_contacts_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'in_progress'::text, 'completed'::text, 'replied'::text, 'bounced'::text, 'unsubscribed'::text])));
alter table public.campaign_contacts add constraint campaign_contacts_pkey PRIMARY KEY (id);
alter table public.campaign_contacts add constraint campaign_contacts_once UNIQUE (team_id, campaign_id, contact_id);
alter table public.campaign_contacts add constraint campaign_contacts_team_id UNIQUE (team_id, id);
alter table public.campaign_contacts add constraint campaign_contacts_token UNIQUE (unsubscribe_token);
alter table public.campaign_launches add constraint campaign_launches_pkey PRIMARY KEY (id);
alter table public.campaign_launches add constraint campaign_launches_one UNIQUE (team_id, campaign_id);
alter table public.campaign_pauses add constraint campaign_pauses_pkey PRIMARY KEY (id);
alter table public.campaign_sequences add constraint campaign_sequences_delay CHECK ((((delay_days >= 0) AND (delay_days <= 365)) AND ((delay_hours >= 0) AND (delay_hours <= 8760)) AND ((delay_minutes >= 0) AND (delay_minutes <= 525600))));
alter table public.campaign_sequences add constraint campaign_sequences_written_by CHECK ((written_by = ANY (ARRAY['template'::text, 'model'::text])));
alter table public.campaign_sequences add constraint campaign_sequences_pkey PRIMARY KEY (id);
alter table public.campaign_sequences add constraint campaign_sequences_order UNIQUE (team_id, campaign_id, sequence_order);
alter table public.campaign_sequences add constraint campaign_sequences_team_id UNIQUE (team_id, id);
alter table public.campaign_settings add constraint campaign_settings_away CHECK (((away_days >= 1) AND (away_days <= 90)));
alter table public.campaign_settings add constraint campaign_settings_days CHECK (((send_days <@ ARRAY['monday'::text, 'tuesday'::text, 'wednesday'::text, 'thursday'::text, 'friday'::text, 'saturday'::text, 'sunday'::text]) AND (cardinality(send_days) > 0)));
alter table public.campaign_settings add constraint campaign_settings_limit CHECK (((daily_limit >= 1) AND (daily_limit <= 10000)));
alter table public.campaign_settings add constraint campaign_settings_reply_stops CHECK ((reply_stops = ANY (ARRAY['person'::text, 'company'::text])));
alter table public.campaign_settings add constraint campaign_settings_spacing CHECK (((delay_between_emails_seconds >= 0) AND (delay_between_emails_seconds <= 86400)));
alter table public.campaign_settings add constraint campaign_settings_pkey PRIMARY KEY (id);
alter table public.campaign_settings add constraint campaign_settings_one UNIQUE (team_id, campaign_id);
alter table public.campaigns add constraint campaigns_review_mode CHECK ((review_mode = ANY (ARRAY['each'::text, 'launch'::text])));
alter table public.campaigns add constraint campaigns_status CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'paused'::text, 'completed'::text])));
alter table public.campaigns add constraint campaigns_pkey PRIMARY KEY (id);
alter table public.campaigns add constraint campaigns_team_id UNIQUE (team_id, id);
alter table public.contact_addresses add constraint contact_addresses_kind CHECK ((kind = ANY (ARRAY['primary'::text, 'former'::text, 'answers from'::text])));
alter table public.contact_addresses add constraint contact_addresses_pkey PRIMARY KEY (id);
alter table public.contact_addresses add constraint contact_addresses_once UNIQUE (team_id, address_norm);
alter table public.contact_holds add constraint contact_holds_ended CHECK ((ended = ANY (ARRAY['changed'::text, 'released'::text, 'replaced'::text])));
alter table public.contact_holds add constraint contact_holds_kind CHECK ((kind = ANY (ARRAY['out of office'::text, 'bounced often'::text, 'asked for later'::text])));
alter table public.contact_holds add constraint contact_holds_pkey PRIMARY KEY (id);
alter table public.contact_list_members add constraint contact_list_members_pkey PRIMARY KEY (id);
alter table public.contact_list_members add constraint contact_list_members_once UNIQUE (team_id, list_id, contact_id);
alter table public.contact_lists add constraint contact_lists_pkey PRIMARY KEY (id);
alter table public.contact_lists add constraint contact_lists_team_id UNIQUE (team_id, id);
alter table public.contacts add constraint contacts_pkey PRIMARY KEY (id);
alter table public.contacts add constraint contacts_email UNIQUE (team_id, email_norm);
alter table public.contacts add constraint contacts_team_id UNIQUE (team_id, id);
alter table public.deliveries add constraint deliveries_place CHECK ((num_nulls(campaign_id, campaign_contact_id, sequence_id) = ANY (ARRAY[0, 3])));
alter table public.deliveries add constraint deliveries_read_back CHECK ((read_back = ANY (ARRAY['equal'::text, 'explained'::text, 'asked'::text, 'different'::text])));
alter table public.deliveries add constraint deliveries_state CHECK ((state = ANY (ARRAY['queued'::text, 'drafting'::text, 'drafted'::text, 'submitting'::text, 'accepted'::text, 'confirmed'::text, 'reconciling'::text, 'review'::text, 'failed'::text])));
alter table public.deliveries add constraint deliveries_pkey PRIMARY KEY (id);
alter table public.deliveries add constraint deliveries_draft UNIQUE (team_id, draft_id);
alter table public.deliveries add constraint deliveries_send_key UNIQUE (send_key);
alter table public.deliveries add constraint deliveries_step UNIQUE (team_id, campaign_contact_id, sequence_id);
alter table public.deliveries add constraint deliveries_team_id UNIQUE (team_id, id);
alter table public.delivery_intents add constraint delivery_intents_pkey PRIMARY KEY (id);
alter table public.delivery_intents add constraint delivery_intents_attempt UNIQUE (team_id, delivery_id, attempt);
alter table public.domain_checks add constraint domain_checks_team_id_domain_pk PRIMARY KEY (team_id, domain);
alter table public.draft_attempts add constraint draft_attempts_pkey PRIMARY KEY (id);
alter table public.email_analytics add constraint email_analytics_pkey PRIMARY KEY (id);
alter table public.email_analytics add constraint email_analytics_day UNIQUE (team_id, date);
alter table public.email_analytics_deltas add constraint email_analytics_deltas_pkey PRIMARY KEY (id);
alter table public.email_drafts add constraint email_drafts_place CHECK ((num_nulls(campaign_id, campaign_contact_id, sequence_id) = ANY (ARRAY[0, 3])));
alter table public.email_drafts add constraint email_drafts_written_by CHECK ((written_by = ANY (ARRAY['template'::text, 'model'::text])));
alter table public.email_drafts add constraint email_drafts_pkey PRIMARY KEY (id);
alter table public.email_drafts add constraint email_drafts_once UNIQUE (team_id, campaign_contact_id, sequence_id);
alter table public.email_drafts add constraint email_drafts_team_id UNIQUE (team_id, id);
alter table public.email_replies add constraint email_replies_pkey PRIMARY KEY (id);
alter table public.email_replies add constraint email_replies_once UNIQUE (team_id, sender_account_id, message_id);
alter table public.email_templates add constraint email_templates_pkey PRIMARY KEY (id);
alter table public.email_templates add constraint email_templates_team_id UNIQUE (team_id, id);
alter table public.explain_due add constraint explain_due_pkey PRIMARY KEY (id);
alter table public.graph_subscriptions add constraint graph_subscriptions_pkey PRIMARY KEY (id);
alter table public.graph_subscriptions add constraint graph_subscriptions_one UNIQUE (team_id, sender_account_id, folder);
alter table public.ignored_senders add constraint ignored_senders_pkey PRIMARY KEY (id);
alter table public.ignored_senders add constraint ignored_senders_once UNIQUE (team_id, email_norm);
alter table public.kept_letters add constraint kept_letters_pkey PRIMARY KEY (id);
alter table public.kept_letters add constraint kept_letters_once UNIQUE (team_id, message_id);
alter table public.launch_views add constraint launch_views_pkey PRIMARY KEY (id);
alter table public.letters add constraint letters_leave CHECK ((leave = ANY (ARRAY['now'::text, 'at'::text, 'good'::text])));
alter table public.letters add constraint letters_leave_at CHECK (((leave <> 'at'::text) OR ((leave_day IS NOT NULL) AND (leave_time IS NOT NULL))));
alter table public.letters add constraint letters_leave_zone CHECK ((leave_zone = ANY (ARRAY['sender'::text, 'reader'::text])));
alter table public.letters add constraint letters_pkey PRIMARY KEY (id);
alter table public.letters add constraint letters_team_id UNIQUE (team_id, id);
alter table public.limit_lessons add constraint limit_lessons_kind CHECK ((kind = ANY (ARRAY['outside'::text, 'mailbox day'::text])));
alter table public.limit_lessons add constraint limit_lessons_pkey PRIMARY KEY (id);
alter table public.mail_differences add constraint mail_differences_place CHECK ((place = ANY (ARRAY['draft'::text, 'by hand'::text, 'sent'::text])));
alter table public.mail_differences add constraint mail_differences_settled_as CHECK ((settled_as = ANY (ARRAY['put back'::text, 'signed'::text, 'rejected'::text, 'accepted'::text])));
alter table public.mail_differences add constraint mail_differences_pkey PRIMARY KEY (id);
alter table public.mailbox_guards add constraint mailbox_guards_kind CHECK ((kind = ANY (ARRAY['dead addresses'::text, 'opt-outs'::text])));
alter table public.mailbox_guards add constraint mailbox_guards_pkey PRIMARY KEY (id);
alter table public.mailbox_leases add constraint mailbox_leases_purpose CHECK ((purpose = ANY (ARRAY['send'::text, 'read'::text, 'token'::text])));
alter table public.mailbox_leases add constraint mailbox_leases_pkey PRIMARY KEY (id);
alter table public.mailbox_leases add constraint mailbox_leases_one UNIQUE (team_id, sender_account_id, purpose);
alter table public.mailbox_messages add constraint mailbox_messages_blames CHECK ((blames = ANY (ARRAY['address'::text, 'for now'::text, 'ours'::text, 'policy'::text, 'forwarder'::text, 'delayed'::text])));
alter table public.mailbox_messages add constraint mailbox_messages_kind CHECK ((kind = ANY (ARRAY['reply'::text, 'meeting'::text, 'bounce'::text, 'soft_bounce'::text, 'automatic'::text, 'complaint'::text, 'unsubscribe'::text])));
alter table public.mailbox_messages add constraint mailbox_messages_wish CHECK ((wish = ANY (ARRAY['remove'::text, 'wrong person'::text, 'later'::text, 'left'::text])));
alter table public.mailbox_messages add constraint mailbox_messages_pkey PRIMARY KEY (id);
alter table public.mailbox_messages add constraint mailbox_messages_once UNIQUE (team_id, sender_account_id, internet_message_id);
alter table public.mailbox_messages add constraint mailbox_messages_team_id UNIQUE (team_id, id);
alter table public.mailbox_set_asides add constraint mailbox_set_asides_pkey PRIMARY KEY (id);
alter table public.mailbox_set_asides add constraint mailbox_set_asides_one UNIQUE (team_id, sender_account_id, graph_id);
alter table public.mailbox_syncs add constraint mailbox_syncs_folder CHECK ((folder = ANY (ARRAY['inbox'::text, 'junkemail'::text, 'everywhere'::text])));
alter table public.mailbox_syncs add constraint mailbox_syncs_sender_account_id_folder_pk PRIMARY KEY (sender_account_id, folder);
alter table public.mailbox_tests add constraint mailbox_tests_pkey PRIMARY KEY (sender_account_id);
alter table public.mailbox_tokens add constraint mailbox_tokens_pkey PRIMARY KEY (sender_account_id);
alter table public.mailbox_watches add constraint mailbox_watches_pkey PRIMARY KEY (sender_account_id);
alter table public.member_settings add constraint member_settings_pkey PRIMARY KEY (id);
alter table public.member_settings add constraint member_settings_once UNIQUE (team_id, member_id);
alter table public.members add constraint members_role CHECK ((role = ANY (ARRAY['viewer'::text, 'member'::text, 'administrator'::text])));
alter table public.members add constraint members_status CHECK ((status = ANY (ARRAY['active'::text, 'asked'::text, 'refused'::text, 'removed'::text])));
alter table public.members add constraint members_pkey PRIMARY KEY (id);
alter table public.members add constraint members_identity UNIQUE (tid, oid);
alter table public.members add constraint members_team_id UNIQUE (team_id, id);
alter table public.notice_targets add constraint notice_targets_about CHECK ((about = ANY (ARRAY['all'::text, 'mine'::text])));
alter table public.notice_targets add constraint notice_targets_way CHECK ((way = ANY (ARRAY['mail'::text, 'teams'::text])));
alter table public.notice_targets add constraint notice_targets_when CHECK ((when_told = ANY (ARRAY['never'::text, 'at once'::text, 'digest'::text])));
alter table public.notice_targets add constraint notice_targets_pkey PRIMARY KEY (id);
alter table public.notice_targets add constraint notice_targets_once UNIQUE NULLS NOT DISTINCT (team_id, member_id);
alter table public.notice_targets add constraint notice_targets_team_id UNIQUE (team_id, id);
alter table public.notices add constraint notices_pkey PRIMARY KEY (id);
alter table public.notices add constraint notices_once UNIQUE (team_id, target_id, message_id);
alter table public.outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table public.outbox add constraint outbox_event UNIQUE (team_id, event_id);
alter table public.removals add constraint removals_kind CHECK ((kind = ANY (ARRAY['campaign'::text, 'step'::text, 'template'::text, 'list'::text, 'people of a list'::text])));
alter table public.removals add constraint removals_pkey PRIMARY KEY (id);
alter table public.reply_threads add constraint reply_threads_label CHECK ((label = ANY (ARRAY['interested'::text, 'later'::text, 'not interested'::text, 'wrong person'::text])));
alter table public.reply_threads add constraint reply_threads_label_by CHECK ((label_by = ANY (ARRAY['person'::text, 'words'::text, 'model'::text])));
alter table public.reply_threads add constraint reply_threads_snoozed_until CHECK (((state = 'snoozed'::text) = (snoozed_until IS NOT NULL)));
alter table public.reply_threads add constraint reply_threads_state CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'snoozed'::text, 'done'::text])));
alter table public.reply_threads add constraint reply_threads_pkey PRIMARY KEY (id);
alter table public.reply_threads add constraint reply_threads_once UNIQUE (team_id, contact_id, sender_account_id);
alter table public.reply_threads add constraint reply_threads_team_id UNIQUE (team_id, id);
alter table public.review_counts add constraint review_counts_pkey PRIMARY KEY (id);
alter table public.review_moves add constraint review_moves_pkey PRIMARY KEY (id);
alter table public.scheduled_emails add constraint scheduled_emails_place CHECK ((num_nulls(campaign_id, campaign_contact_id) = ANY (ARRAY[0, 2])));
alter table public.scheduled_emails add constraint scheduled_emails_status CHECK ((status = ANY (ARRAY['pending'::text, 'sent'::text, 'cancelled'::text])));
alter table public.scheduled_emails add constraint scheduled_emails_pkey PRIMARY KEY (id);
alter table public.sender_accounts add constraint sender_accounts_status CHECK ((status = ANY (ARRAY['connected'::text, 'signed_out'::text, 'removed'::text])));
alter table public.sender_accounts add constraint sender_accounts_trouble CHECK ((trouble = ANY (ARRAY['no_licence'::text, 'full'::text, 'unreadable'::text, 'limited'::text])));
alter table public.sender_accounts add constraint sender_accounts_pkey PRIMARY KEY (id);
alter table public.sender_accounts add constraint sender_accounts_email UNIQUE (team_id, email_norm);
alter table public.sender_accounts add constraint sender_accounts_team_id UNIQUE (team_id, id);
alter table public.sent_emails add constraint sent_emails_pkey PRIMARY KEY (id);
alter table public.sent_emails add constraint sent_emails_delivery UNIQUE (team_id, delivery_id);
alter table public.sent_emails add constraint sent_emails_team_id UNIQUE (team_id, id);
alter table public.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table public.sign_job_drafts add constraint sign_job_drafts_state CHECK ((state = ANY (ARRAY['waiting'::text, 'signed'::text, 'refused'::text, 'passed over'::text])));
alter table public.sign_job_drafts add constraint sign_job_drafts_job_id_place_pk PRIMARY KEY (job_id, place);
alter table public.sign_jobs add constraint sign_jobs_state CHECK ((state = ANY (ARRAY['asking'::text, 'running'::text, 'done'::text, 'stopped'::text])));
alter table public.sign_jobs add constraint sign_jobs_pkey PRIMARY KEY (id);
alter table public.sign_jobs add constraint sign_jobs_team_id UNIQUE (team_id, id);
alter table public.signatures add constraint signatures_kind CHECK ((kind = ANY (ARRAY['person'::text, 'launch'::text])));
alter table public.signatures add constraint signatures_pkey PRIMARY KEY (id);
alter table public.single_mails add constraint single_mails_ended_known CHECK ((ended_reason = ANY (ARRAY['sent'::text, 'cancelled'::text, 'rejected'::text, 'discarded'::text, 'suppressed'::text, 'could not be sent'::text])));
alter table public.single_mails add constraint single_mails_leave CHECK ((leave = ANY (ARRAY['now'::text, 'at'::text, 'good'::text])));
alter table public.single_mails add constraint single_mails_reason_known CHECK ((wait_reason = ANY (ARRAY['paused'::text, 'mailbox_signed_out'::text, 'mailbox_no_licence'::text, 'mailbox_full'::text, 'mailbox_unreadable'::text, 'mailbox_limited'::text, 'mailbox_guarded'::text, 'domain_unproven'::text, 'sender_corrected'::text, 'changed_in_outlook'::text, 'left_otherwise'::text, 'elsewhere'::text, 'field_missing'::text, 'in_doubt'::text, 'thread_closed'::text, 'bounced_often'::text, 'out_of_office'::text, 'asked_later'::text, 'model_silent'::text, 'being_written'::text, 'delay'::text, 'needs_signature'::text, 'window_closed'::text, 'daily_limit'::text, 'mailbox_day_used'::text, 'team_budget_used'::text, 'in_line'::text])));
alter table public.single_mails add constraint single_mails_thread CHECK (((thread_delivery_id IS NULL) OR (answers_message_id IS NULL)));
alter table public.single_mails add constraint single_mails_pkey PRIMARY KEY (id);
alter table public.single_mails add constraint single_mails_draft UNIQUE (team_id, draft_id);
alter table public.single_mails add constraint single_mails_team_id UNIQUE (team_id, id);
alter table public.single_mails add constraint single_mails_token UNIQUE (unsubscribe_token);
alter table public.suppression_file_entries add constraint suppression_file_entries_one CHECK ((num_nonnulls(email_norm, domain, wildcard, refused) = 1));
alter table public.suppression_file_entries add constraint suppression_file_entries_file_id_line_place_pk PRIMARY KEY (file_id, line, place);
alter table public.suppression_files add constraint suppression_files_state CHECK ((state = ANY (ARRAY['reading'::text, 'shown'::text, 'taking'::text, 'taken'::text, 'dropped'::text])));
alter table public.suppression_files add constraint suppression_files_pkey PRIMARY KEY (id);
alter table public.suppression_files add constraint suppression_files_team_id UNIQUE (team_id, id);
alter table public.suppressions add constraint suppressions_keyed CHECK (((address_hash IS NULL) = (key_id IS NULL)));
alter table public.suppressions add constraint suppressions_lifted CHECK (((lifted_at IS NULL) = (lift_reason IS NULL)));
alter table public.suppressions add constraint suppressions_one CHECK ((num_nonnulls(email_norm, domain, wildcard, address_hash) = 1));
alter table public.suppressions add constraint suppressions_reason CHECK ((reason = ANY (ARRAY['unsubscribed'::text, 'bounced'::text, 'by hand'::text, 'asked in a reply'::text, 'complained'::text])));
alter table public.suppressions add constraint suppressions_pkey PRIMARY KEY (id);
alter table public.suppressions add constraint suppressions_team_id UNIQUE (team_id, id);
alter table public.team_stops add constraint team_stops_pkey PRIMARY KEY (id);
alter table public.teams add constraint teams_guard_dead CHECK (((guard_dead_percent >= (0.5)::double precision) AND (guard_dead_percent <= (5)::double precision)));
alter table public.teams add constraint teams_guard_opt_out CHECK (((guard_opt_out_percent >= (0.2)::double precision) AND (guard_opt_out_percent <= (2)::double precision)));
alter table public.teams add constraint teams_idle_days CHECK (((idle_days >= 1) AND (idle_days <= 30)));
alter table public.teams add constraint teams_join_policy CHECK ((join_policy = ANY (ARRAY['off'::text, 'ask'::text, 'automatic'::text])));
alter table public.teams add constraint teams_join_role CHECK ((join_role = ANY (ARRAY['viewer'::text, 'member'::text])));
alter table public.teams add constraint teams_licences CHECK (((licences >= 1) AND (licences <= 1000000)));
alter table public.teams add constraint teams_reserve CHECK (((budget_reserve_percent >= 0) AND (budget_reserve_percent <= 90)));
alter table public.teams add constraint teams_pkey PRIMARY KEY (id);
alter table public.teams add constraint teams_tenant_id_unique UNIQUE (tenant_id);
alter table public.test_copies add constraint test_copies_state CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'unknown'::text])));
alter table public.test_copies add constraint test_copies_pkey PRIMARY KEY (id);
alter table public.test_copies add constraint test_copies_key UNIQUE (send_key);
alter table public.thread_presences add constraint thread_presences_pkey PRIMARY KEY (id);
alter table public.thread_presences add constraint thread_presences_once UNIQUE (team_id, thread_id, member_id);
alter table public.upload_batches add constraint upload_batches_policy CHECK ((known_policy = ANY (ARRAY['fill'::text, 'overwrite'::text, 'leave'::text])));
alter table public.upload_batches add constraint upload_batches_status CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text])));
alter table public.upload_batches add constraint upload_batches_pkey PRIMARY KEY (id);
alter table public.upload_batches add constraint upload_batches_team_id UNIQUE (team_id, id);
alter table public.upload_rows add constraint upload_rows_states CHECK ((state = ANY (ARRAY['staged'::text, 'created'::text, 'updated'::text, 'unchanged'::text, 'refused'::text])));
alter table public.upload_rows add constraint upload_rows_pkey PRIMARY KEY (id);
alter table public.upload_rows add constraint upload_rows_line UNIQUE (team_id, upload_batch_id, line);
CREATE INDEX activities_campaign ON public.activities USING btree (team_id, campaign_id, at);
CREATE INDEX activities_contact ON public.activities USING btree (team_id, contact_id, at);
CREATE INDEX activities_recent ON public.activities USING btree (team_id, at);
CREATE INDEX acts_old ON public.acts USING btree (team_id, at);
CREATE INDEX campaign_contacts_contact ON public.campaign_contacts USING btree (team_id, contact_id);
CREATE INDEX campaign_contacts_due ON public.campaign_contacts USING btree (team_id, campaign_id, sender_account_id, due_at, "position", id) WHERE ((status = ANY (ARRAY['pending'::text, 'in_progress'::text])) AND (due_at IS NOT NULL));
CREATE INDEX campaign_contacts_due_unknown ON public.campaign_contacts USING btree (team_id, campaign_id) WHERE ((status = ANY (ARRAY['pending'::text, 'in_progress'::text])) AND (last_email_sent_at IS NOT NULL) AND (due_at IS NULL));
CREATE INDEX campaign_contacts_open ON public.campaign_contacts USING btree (team_id, campaign_id, next_at) WHERE (status = ANY (ARRAY['pending'::text, 'in_progress'::text]));
CREATE INDEX campaign_contacts_queue ON public.campaign_contacts USING btree (team_id, campaign_id, sender_account_id, current_sequence_step, "position", id) WHERE (status = ANY (ARRAY['pending'::text, 'in_progress'::text]));
CREATE INDEX campaign_contacts_status ON public.campaign_contacts USING btree (team_id, campaign_id, status);
CREATE INDEX campaigns_recent ON public.campaigns USING btree (team_id, created_at);
CREATE INDEX contact_addresses_contact ON public.contact_addresses USING btree (team_id, contact_id);
CREATE INDEX contact_addresses_domain ON public.contact_addresses USING btree (team_id, domain);
CREATE INDEX contact_addresses_hashed ON public.contact_addresses USING btree (team_id, hashed_in) WHERE (hashed_in IS NOT NULL);
CREATE INDEX contact_addresses_head ON public.contact_addresses USING btree (team_id, address_norm text_pattern_ops);
CREATE INDEX contact_addresses_other ON public.contact_addresses USING btree (team_id, address_norm) WHERE (kind <> 'primary'::text);
CREATE INDEX contact_addresses_tail ON public.contact_addresses USING btree (team_id, reverse(address_norm) text_pattern_ops);
CREATE INDEX contact_holds_contact ON public.contact_holds USING btree (team_id, campaign_contact_id, began_at);
CREATE INDEX contact_list_members_contact ON public.contact_list_members USING btree (team_id, contact_id);
CREATE INDEX contacts_archive_act ON public.contacts USING btree (team_id, archive_act) WHERE (archive_act IS NOT NULL);
CREATE INDEX contacts_archived ON public.contacts USING btree (team_id, archived_at, id) WHERE (archived_at IS NOT NULL);
CREATE INDEX contacts_company ON public.contacts USING btree (team_id, company COLLATE "und-x-icu", id);
CREATE INDEX contacts_name ON public.contacts USING btree (team_id, name COLLATE "und-x-icu", id);
CREATE INDEX contacts_recent ON public.contacts USING btree (team_id, created_at, id);
CREATE INDEX deliveries_conversation ON public.deliveries USING btree (team_id, sender_account_id, conversation_id);
CREATE INDEX deliveries_day ON public.deliveries USING btree (team_id, campaign_id, submitted_at);
CREATE INDEX deliveries_doubt ON public.deliveries USING btree (team_id, next_look_at) WHERE (state = ANY (ARRAY['submitting'::text, 'reconciling'::text, 'accepted'::text]));
CREATE INDEX deliveries_mailbox ON public.deliveries USING btree (team_id, sender_account_id, submitted_at);
CREATE INDEX deliveries_message ON public.deliveries USING btree (team_id, internet_message_id);
CREATE INDEX deliveries_outside ON public.deliveries USING btree (team_id, submitted_at) WHERE is_outside;
CREATE INDEX deliveries_read_back_next ON public.deliveries USING btree (team_id, sender_account_id, confirmed_at) WHERE ((state = 'confirmed'::text) AND (read_back IS NULL));
CREATE INDEX deliveries_thread_look ON public.deliveries USING btree (team_id, sender_account_id, next_look_at) WHERE (thread_lost_at IS NOT NULL);
CREATE INDEX draft_attempts_mailbox ON public.draft_attempts USING btree (team_id, sender_account_id, begun_at);
CREATE INDEX email_analytics_deltas_day ON public.email_analytics_deltas USING btree (team_id, date);
CREATE INDEX email_drafts_contact ON public.email_drafts USING btree (team_id, contact_id);
CREATE INDEX email_drafts_signed ON public.email_drafts USING btree (team_id, campaign_id) WHERE (status = 'approved'::email_status);
CREATE INDEX email_drafts_text_fails ON public.email_drafts USING btree (team_id, campaign_id) WHERE ((status = 'draft'::email_status) AND (rejected_at IS NULL) AND (((cardinality(missing_fields) > 0) AND (edited_body IS NULL) AND (edited_subject IS NULL)) OR (TRIM(BOTH FROM COALESCE(edited_subject, subject)) = ''::text) OR (length(COALESCE(edited_subject, subject)) > 200) OR (strpos(COALESCE(edited_subject, subject), '{{'::text) > 0) OR (strpos(COALESCE(edited_subject, subject), '}}'::text) > 0) OR (strpos(COALESCE(edited_subject, subject), '{%'::text) > 0) OR (COALESCE(edited_subject, subject) ~ '\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\}'::text) OR (strpos(COALESCE(edited_body, body), '{{'::text) > 0) OR (strpos(COALESCE(edited_body, body), '}}'::text) > 0) OR (strpos(COALESCE(edited_body, body), '{%'::text) > 0) OR (COALESCE(edited_body, body) ~ '\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\}'::text)));
CREATE INDEX email_drafts_to_sign ON public.email_drafts USING btree (team_id, campaign_id, created_at) WHERE ((status = 'draft'::email_status) AND (rejected_at IS NULL));
CREATE INDEX email_drafts_under_way ON public.email_drafts USING btree (team_id, campaign_id) WHERE (status = 'scheduled'::email_status);
CREATE INDEX email_drafts_waiting ON public.email_drafts USING btree (team_id, campaign_id, campaign_contact_id, contact_id, id) WHERE ((status = 'draft'::email_status) AND (rejected_at IS NULL));
CREATE INDEX email_replies_contact ON public.email_replies USING btree (team_id, contact_id);
CREATE INDEX email_replies_recent ON public.email_replies USING btree (team_id, received_at);
CREATE INDEX explain_due_campaign ON public.explain_due USING btree (team_id, campaign_id, id);
CREATE INDEX graph_subscriptions_due ON public.graph_subscriptions USING btree (team_id, expires_at);
CREATE INDEX knocks_over ON app_private.knocks USING btree (ends_at);
CREATE INDEX launch_views_old ON public.launch_views USING btree (team_id, seen_at);
CREATE INDEX letters_recent ON public.letters USING btree (team_id, written_by, updated_at);
CREATE INDEX letters_thread ON public.letters USING btree (team_id, thread_id) WHERE (thread_id IS NOT NULL);
CREATE INDEX limit_lessons_recent ON public.limit_lessons USING btree (team_id, kind, at);
CREATE INDEX mail_differences_delivery ON public.mail_differences USING btree (team_id, delivery_id, found_at);
CREATE INDEX mailbox_guards_recent ON public.mailbox_guards USING btree (team_id, sender_account_id, began_at);
CREATE INDEX mailbox_messages_contact ON public.mailbox_messages USING btree (team_id, contact_id, received_at);
CREATE INDEX mailbox_messages_recent ON public.mailbox_messages USING btree (team_id, sender_account_id, received_at);
CREATE INDEX mailbox_messages_unplaced ON public.mailbox_messages USING btree (team_id, sender_account_id, received_at) WHERE ((contact_id IS NULL) AND (hidden_at IS NULL));
CREATE INDEX notices_due ON public.notices USING btree (team_id, due_at) WHERE (told_at IS NULL);
CREATE INDEX outbox_waiting ON public.outbox USING btree (id) WHERE (sent_at IS NULL);
CREATE INDEX removals_old ON public.removals USING btree (team_id, removed_at);
CREATE INDEX reply_threads_list ON public.reply_threads USING btree (team_id, state, unread, last_in_at, id);
CREATE INDEX reply_threads_mailbox ON public.reply_threads USING btree (team_id, sender_account_id, state, unread, last_in_at, id);
CREATE INDEX reply_threads_mine ON public.reply_threads USING btree (team_id, assigned_to, state, unread, last_in_at, id) WHERE (assigned_to IS NOT NULL);
CREATE INDEX reply_threads_snoozed ON public.reply_threads USING btree (team_id, snoozed_until) WHERE (state = 'snoozed'::text);
CREATE INDEX review_counts_campaign ON public.review_counts USING btree (team_id, campaign_id);
CREATE INDEX review_moves_contact ON public.review_moves USING btree (team_id, campaign_contact_id);
CREATE INDEX scheduled_emails_campaign ON public.scheduled_emails USING btree (team_id, campaign_id, scheduled_for);
CREATE INDEX scheduled_emails_cancelled ON public.scheduled_emails USING btree (team_id, cancelled_at) WHERE (cancelled_at IS NOT NULL);
CREATE INDEX scheduled_emails_due ON public.scheduled_emails USING btree (team_id, scheduled_for) WHERE (status = 'pending'::text);
CREATE INDEX sent_emails_campaign ON public.sent_emails USING btree (team_id, campaign_id, sent_at);
CREATE INDEX sent_emails_contact ON public.sent_emails USING btree (team_id, contact_id, sent_at);
CREATE INDEX sent_emails_message ON public.sent_emails USING btree (team_id, message_id);
CREATE INDEX sent_emails_recent ON public.sent_emails USING btree (team_id, sent_at);
CREATE INDEX sessions_member ON public.sessions USING btree (team_id, member_id);
CREATE INDEX sign_job_drafts_waiting ON public.sign_job_drafts USING btree (team_id, job_id, place) WHERE (state = 'waiting'::text);
CREATE INDEX sign_jobs_recent ON public.sign_jobs USING btree (team_id, created_at);
CREATE INDEX sign_jobs_running ON public.sign_jobs USING btree (team_id) WHERE (state = 'running'::text);
CREATE INDEX signatures_draft ON public.signatures USING btree (team_id, draft_id, signed_at);
CREATE INDEX signatures_job ON public.signatures USING btree (team_id, job_id, draft_id) WHERE (job_id IS NOT NULL);
CREATE INDEX signatures_recent ON public.signatures USING btree (team_id, signed_at);
CREATE INDEX single_mails_contact ON public.single_mails USING btree (team_id, contact_id);
CREATE INDEX single_mails_open ON public.single_mails USING btree (team_id, leave_at) WHERE (ended_reason IS NULL);
CREATE INDEX suppression_files_recent ON public.suppression_files USING btree (team_id, created_at);
CREATE INDEX suppressions_beginning ON public.suppressions USING btree (team_id, email_norm COLLATE "C", id) WHERE ((lifted_at IS NULL) AND (email_norm IS NOT NULL));
CREATE INDEX suppressions_ended ON public.suppressions USING btree (team_id, email_norm) WHERE (lifted_at IS NOT NULL);
CREATE INDEX suppressions_file ON public.suppressions USING btree (team_id, file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX suppressions_recent ON public.suppressions USING btree (team_id, created_at, id) WHERE (lifted_at IS NULL);
CREATE INDEX upload_batches_recent ON public.upload_batches USING btree (team_id, created_at);
CREATE INDEX upload_rows_contact ON public.upload_rows USING btree (team_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX upload_rows_state ON public.upload_rows USING btree (team_id, upload_batch_id, state);
CREATE UNIQUE INDEX campaign_pauses_open ON public.campaign_pauses USING btree (team_id, campaign_id) WHERE (resumed_at IS NULL);
CREATE UNIQUE INDEX contact_addresses_primary ON public.contact_addresses USING btree (team_id, contact_id) WHERE (kind = 'primary'::text);
CREATE UNIQUE INDEX contact_holds_open ON public.contact_holds USING btree (team_id, campaign_contact_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX mail_differences_open ON public.mail_differences USING btree (team_id, delivery_id) WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX mailbox_guards_open ON public.mailbox_guards USING btree (team_id, sender_account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX scheduled_emails_pending ON public.scheduled_emails USING btree (team_id, draft_id) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX signatures_live ON public.signatures USING btree (team_id, draft_id) WHERE (voided_at IS NULL);
CREATE UNIQUE INDEX single_mails_letter ON public.single_mails USING btree (team_id, letter_id, contact_id) WHERE (letter_id IS NOT NULL);
CREATE UNIQUE INDEX suppressions_domain ON public.suppressions USING btree (team_id, domain) WHERE ((lifted_at IS NULL) AND (domain IS NOT NULL));
CREATE UNIQUE INDEX suppressions_hash ON public.suppressions USING btree (team_id, key_id, address_hash) WHERE ((lifted_at IS NULL) AND (address_hash IS NOT NULL));
CREATE UNIQUE INDEX suppressions_open ON public.suppressions USING btree (team_id, email_norm) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX suppressions_wildcard ON public.suppressions USING btree (team_id, wildcard) WHERE ((lifted_at IS NULL) AND (wildcard IS NOT NULL));
CREATE UNIQUE INDEX team_stops_open ON public.team_stops USING btree (team_id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX upload_batches_by_hand ON public.upload_batches USING btree (team_id) WHERE (by_hand IS NOT NULL);
alter table public.acts add constraint acts_team_id_member_id_members_team_id_id_fk FOREIGN KEY (team_id, member_id) REFERENCES members(team_id, id);
alter table public.campaign_contacts add constraint campaign_contacts_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.campaign_contacts add constraint campaign_contacts_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.campaign_contacts add constraint campaign_contacts_team_id_sender_account_id_sender_accounts_tea FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.campaign_launches add constraint campaign_launches_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.campaign_pauses add constraint campaign_pauses_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.campaign_sequences add constraint campaign_sequences_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.campaign_sequences add constraint campaign_sequences_team_id_template_id_email_templates_team_id_ FOREIGN KEY (team_id, template_id) REFERENCES email_templates(team_id, id);
alter table public.campaign_settings add constraint campaign_settings_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.campaigns add constraint campaigns_team_id_list_id_contact_lists_team_id_id_fk FOREIGN KEY (team_id, list_id) REFERENCES contact_lists(team_id, id);
alter table public.campaigns add constraint campaigns_team_id_sender_account_id_sender_accounts_team_id_id_ FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.contact_addresses add constraint contact_addresses_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id) ON DELETE CASCADE;
alter table public.contact_holds add constraint contact_holds_team_id_campaign_contact_id_campaign_contacts_tea FOREIGN KEY (team_id, campaign_contact_id) REFERENCES campaign_contacts(team_id, id);
alter table public.contact_holds add constraint contact_holds_team_id_message_id_mailbox_messages_team_id_id_fk FOREIGN KEY (team_id, message_id) REFERENCES mailbox_messages(team_id, id);
alter table public.contact_list_members add constraint contact_list_members_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.contact_list_members add constraint contact_list_members_team_id_list_id_contact_lists_team_id_id_f FOREIGN KEY (team_id, list_id) REFERENCES contact_lists(team_id, id);
alter table public.contacts add constraint contacts_team_id_upload_batch_id_upload_batches_team_id_id_fk FOREIGN KEY (team_id, upload_batch_id) REFERENCES upload_batches(team_id, id);
alter table public.deliveries add constraint deliveries_team_id_campaign_contact_id_campaign_contacts_team_i FOREIGN KEY (team_id, campaign_contact_id) REFERENCES campaign_contacts(team_id, id);
alter table public.deliveries add constraint deliveries_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.deliveries add constraint deliveries_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.deliveries add constraint deliveries_team_id_draft_id_email_drafts_team_id_id_fk FOREIGN KEY (team_id, draft_id) REFERENCES email_drafts(team_id, id);
alter table public.deliveries add constraint deliveries_team_id_sender_account_id_sender_accounts_team_id_id FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.deliveries add constraint deliveries_team_id_sequence_id_campaign_sequences_team_id_id_fk FOREIGN KEY (team_id, sequence_id) REFERENCES campaign_sequences(team_id, id);
alter table public.delivery_intents add constraint delivery_intents_team_id_delivery_id_deliveries_team_id_id_fk FOREIGN KEY (team_id, delivery_id) REFERENCES deliveries(team_id, id);
alter table public.draft_attempts add constraint draft_attempts_team_id_delivery_id_deliveries_team_id_id_fk FOREIGN KEY (team_id, delivery_id) REFERENCES deliveries(team_id, id);
alter table public.draft_attempts add constraint draft_attempts_team_id_sender_account_id_sender_accounts_team_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.email_drafts add constraint email_drafts_team_id_campaign_contact_id_campaign_contacts_team FOREIGN KEY (team_id, campaign_contact_id) REFERENCES campaign_contacts(team_id, id);
alter table public.email_drafts add constraint email_drafts_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.email_drafts add constraint email_drafts_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.email_drafts add constraint email_drafts_team_id_sender_account_id_sender_accounts_team_id_ FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.email_drafts add constraint email_drafts_team_id_sequence_id_campaign_sequences_team_id_id_ FOREIGN KEY (team_id, sequence_id) REFERENCES campaign_sequences(team_id, id);
alter table public.email_replies add constraint email_replies_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.email_replies add constraint email_replies_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.email_replies add constraint email_replies_team_id_sender_account_id_sender_accounts_team_id FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.email_replies add constraint email_replies_team_id_sent_email_id_sent_emails_team_id_id_fk FOREIGN KEY (team_id, sent_email_id) REFERENCES sent_emails(team_id, id);
alter table public.graph_subscriptions add constraint graph_subscriptions_team_id_sender_account_id_sender_accounts_t FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.kept_letters add constraint kept_letters_team_id_message_id_mailbox_messages_team_id_id_fk FOREIGN KEY (team_id, message_id) REFERENCES mailbox_messages(team_id, id);
alter table public.launch_views add constraint launch_views_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id) ON DELETE CASCADE;
alter table public.letters add constraint letters_team_id_sender_account_id_sender_accounts_team_id_id_fk FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.letters add constraint letters_team_id_thread_id_reply_threads_team_id_id_fk FOREIGN KEY (team_id, thread_id) REFERENCES reply_threads(team_id, id);
alter table public.letters add constraint letters_team_id_written_by_members_team_id_id_fk FOREIGN KEY (team_id, written_by) REFERENCES members(team_id, id);
alter table public.limit_lessons add constraint limit_lessons_team_id_sender_account_id_sender_accounts_team_id FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mail_differences add constraint mail_differences_team_id_delivery_id_deliveries_team_id_id_fk FOREIGN KEY (team_id, delivery_id) REFERENCES deliveries(team_id, id);
alter table public.mailbox_guards add constraint mailbox_guards_team_id_sender_account_id_sender_accounts_team_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_leases add constraint mailbox_leases_team_id_sender_account_id_sender_accounts_team_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_messages add constraint mailbox_messages_team_id_campaign_contact_id_campaign_contacts_ FOREIGN KEY (team_id, campaign_contact_id) REFERENCES campaign_contacts(team_id, id);
alter table public.mailbox_messages add constraint mailbox_messages_team_id_sender_account_id_sender_accounts_team FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_set_asides add constraint mailbox_set_asides_team_id_sender_account_id_sender_accounts_te FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_syncs add constraint mailbox_syncs_team_id_sender_account_id_sender_accounts_team_id FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_tests add constraint mailbox_tests_team_id_sender_account_id_sender_accounts_team_id FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_tokens add constraint mailbox_tokens_team_id_sender_account_id_sender_accounts_team_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.mailbox_watches add constraint mailbox_watches_team_id_sender_account_id_sender_accounts_team_ FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.member_settings add constraint member_settings_team_id_member_id_members_team_id_id_fk FOREIGN KEY (team_id, member_id) REFERENCES members(team_id, id);
alter table public.members add constraint members_team_id_teams_id_fk FOREIGN KEY (team_id) REFERENCES teams(id);
alter table public.notice_targets add constraint notice_targets_team_id_member_id_members_team_id_id_fk FOREIGN KEY (team_id, member_id) REFERENCES members(team_id, id);
alter table public.notice_targets add constraint notice_targets_team_id_sender_account_id_sender_accounts_team_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.notices add constraint notices_team_id_message_id_mailbox_messages_team_id_id_fk FOREIGN KEY (team_id, message_id) REFERENCES mailbox_messages(team_id, id);
alter table public.notices add constraint notices_team_id_target_id_notice_targets_team_id_id_fk FOREIGN KEY (team_id, target_id) REFERENCES notice_targets(team_id, id);
alter table public.removals add constraint removals_team_id_removed_by_members_team_id_id_fk FOREIGN KEY (team_id, removed_by) REFERENCES members(team_id, id);
alter table public.reply_threads add constraint reply_threads_team_id_assigned_to_members_team_id_id_fk FOREIGN KEY (team_id, assigned_to) REFERENCES members(team_id, id);
alter table public.reply_threads add constraint reply_threads_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.reply_threads add constraint reply_threads_team_id_last_message_id_mailbox_messages_team_id_ FOREIGN KEY (team_id, last_message_id) REFERENCES mailbox_messages(team_id, id);
alter table public.reply_threads add constraint reply_threads_team_id_sender_account_id_sender_accounts_team_id FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.scheduled_emails add constraint scheduled_emails_team_id_campaign_contact_id_campaign_contacts_ FOREIGN KEY (team_id, campaign_contact_id) REFERENCES campaign_contacts(team_id, id);
alter table public.scheduled_emails add constraint scheduled_emails_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.scheduled_emails add constraint scheduled_emails_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.scheduled_emails add constraint scheduled_emails_team_id_draft_id_email_drafts_team_id_id_fk FOREIGN KEY (team_id, draft_id) REFERENCES email_drafts(team_id, id);
alter table public.scheduled_emails add constraint scheduled_emails_team_id_sender_account_id_sender_accounts_team FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.sent_emails add constraint sent_emails_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.sent_emails add constraint sent_emails_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.sent_emails add constraint sent_emails_team_id_delivery_id_deliveries_team_id_id_fk FOREIGN KEY (team_id, delivery_id) REFERENCES deliveries(team_id, id);
alter table public.sent_emails add constraint sent_emails_team_id_draft_id_email_drafts_team_id_id_fk FOREIGN KEY (team_id, draft_id) REFERENCES email_drafts(team_id, id);
alter table public.sent_emails add constraint sent_emails_team_id_sender_account_id_sender_accounts_team_id_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.sessions add constraint sessions_team_id_member_id_members_team_id_id_fk FOREIGN KEY (team_id, member_id) REFERENCES members(team_id, id);
alter table public.sign_job_drafts add constraint sign_job_drafts_team_id_draft_id_email_drafts_team_id_id_fk FOREIGN KEY (team_id, draft_id) REFERENCES email_drafts(team_id, id);
alter table public.sign_job_drafts add constraint sign_job_drafts_team_id_job_id_sign_jobs_team_id_id_fk FOREIGN KEY (team_id, job_id) REFERENCES sign_jobs(team_id, id) ON DELETE CASCADE;
alter table public.sign_jobs add constraint sign_jobs_team_id_campaign_id_campaigns_team_id_id_fk FOREIGN KEY (team_id, campaign_id) REFERENCES campaigns(team_id, id);
alter table public.signatures add constraint signatures_team_id_draft_id_email_drafts_team_id_id_fk FOREIGN KEY (team_id, draft_id) REFERENCES email_drafts(team_id, id);
alter table public.single_mails add constraint single_mails_team_id_answers_message_id_mailbox_messages_team_i FOREIGN KEY (team_id, answers_message_id) REFERENCES mailbox_messages(team_id, id);
alter table public.single_mails add constraint single_mails_team_id_contact_id_contacts_team_id_id_fk FOREIGN KEY (team_id, contact_id) REFERENCES contacts(team_id, id);
alter table public.single_mails add constraint single_mails_team_id_draft_id_email_drafts_team_id_id_fk FOREIGN KEY (team_id, draft_id) REFERENCES email_drafts(team_id, id);
alter table public.single_mails add constraint single_mails_team_id_letter_id_letters_team_id_id_fk FOREIGN KEY (team_id, letter_id) REFERENCES letters(team_id, id);
alter table public.single_mails add constraint single_mails_team_id_thread_delivery_id_deliveries_team_id_id_f FOREIGN KEY (team_id, thread_delivery_id) REFERENCES deliveries(team_id, id);
alter table public.suppression_file_entries add constraint suppression_file_entries_team_id_file_id_suppression_files_team FOREIGN KEY (team_id, file_id) REFERENCES suppression_files(team_id, id);
alter table public.team_stops add constraint team_stops_team_id_lifted_by_members_team_id_id_fk FOREIGN KEY (team_id, lifted_by) REFERENCES members(team_id, id);
alter table public.team_stops add constraint team_stops_team_id_stopped_by_members_team_id_id_fk FOREIGN KEY (team_id, stopped_by) REFERENCES members(team_id, id);
alter table public.test_copies add constraint test_copies_team_id_sender_account_id_sender_accounts_team_id_i FOREIGN KEY (team_id, sender_account_id) REFERENCES sender_accounts(team_id, id);
alter table public.thread_presences add constraint thread_presences_team_id_member_id_members_team_id_id_fk FOREIGN KEY (team_id, member_id) REFERENCES members(team_id, id);
alter table public.thread_presences add constraint thread_presences_team_id_thread_id_reply_threads_team_id_id_fk FOREIGN KEY (team_id, thread_id) REFERENCES reply_threads(team_id, id);
alter table public.upload_rows add constraint upload_rows_team_id_upload_batch_id_upload_batches_team_id_id_f FOREIGN KEY (team_id, upload_batch_id) REFERENCES upload_batches(team_id, id) ON DELETE CASCADE;
CREATE CONSTRAINT TRIGGER let_intents_end AFTER INSERT OR UPDATE OF reason ON public.suppressions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION let_intents_end();
CREATE TRIGGER count_delete AFTER DELETE ON public.email_drafts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.count_waiting();
CREATE TRIGGER count_insert AFTER INSERT ON public.email_drafts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.count_waiting();
CREATE TRIGGER count_update AFTER UPDATE ON public.email_drafts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.count_waiting();
CREATE TRIGGER create_campaign_settings AFTER INSERT ON public.campaigns REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION create_campaign_settings();
CREATE TRIGGER explain_delete AFTER DELETE ON public.contact_holds REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_hold_changed();
CREATE TRIGGER explain_delete AFTER DELETE ON public.deliveries REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_explain_due();
CREATE TRIGGER explain_delete AFTER DELETE ON public.email_drafts REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_explain_due();
CREATE TRIGGER explain_delete AFTER DELETE ON public.mail_differences REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_difference_changed();
CREATE TRIGGER explain_delete AFTER DELETE ON public.scheduled_emails REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_explain_due();
CREATE TRIGGER explain_insert AFTER INSERT ON public.contact_holds REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_hold_changed();
CREATE TRIGGER explain_insert AFTER INSERT ON public.deliveries REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_explain_due();
CREATE TRIGGER explain_insert AFTER INSERT ON public.email_drafts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_explain_due();
CREATE TRIGGER explain_insert AFTER INSERT ON public.mail_differences REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_difference_changed();
CREATE TRIGGER explain_insert AFTER INSERT ON public.scheduled_emails REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_explain_due();
CREATE TRIGGER explain_update AFTER UPDATE ON public.campaign_contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_enrolment_changed();
CREATE TRIGGER explain_update AFTER UPDATE ON public.contact_holds REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_hold_changed();
CREATE TRIGGER explain_update AFTER UPDATE ON public.deliveries REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_delivery_changed();
CREATE TRIGGER explain_update AFTER UPDATE ON public.email_drafts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_draft_changed();
CREATE TRIGGER explain_update AFTER UPDATE ON public.mail_differences REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_difference_changed();
CREATE TRIGGER explain_update AFTER UPDATE ON public.scheduled_emails REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_slot_changed();
CREATE TRIGGER find_hashed BEFORE INSERT OR UPDATE OF address_norm, hashed_in ON public.contact_addresses FOR EACH ROW EXECUTE FUNCTION find_hashed();
CREATE TRIGGER find_hashed_again AFTER UPDATE OF lifted_at ON public.suppressions FOR EACH ROW WHEN (((new.address_hash IS NOT NULL) AND (new.lifted_at IS NOT NULL))) EXECUTE FUNCTION find_hashed_again();
CREATE TRIGGER follow_answer_ended AFTER UPDATE OF ended_reason ON public.single_mails FOR EACH ROW WHEN (((new.letter_id IS NOT NULL) AND (new.ended_reason IS DISTINCT FROM old.ended_reason) AND (new.ended_reason <> 'sent'::text))) EXECUTE FUNCTION follow_answer();
CREATE TRIGGER follow_answer_undone AFTER UPDATE OF voided_at ON public.signatures FOR EACH ROW WHEN (((old.voided_at IS NULL) AND (new.voided_at IS NOT NULL))) EXECUTE FUNCTION follow_answer();
CREATE TRIGGER follow_answers AFTER INSERT ON public.signatures REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION follow_answers();
CREATE TRIGGER follow_sent AFTER INSERT ON public.sent_emails REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION follow_sent();
CREATE TRIGGER handle_email_reply AFTER INSERT ON public.email_replies REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION handle_email_reply();
CREATE TRIGGER keep_changed_addresses AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION keep_changed_addresses();
CREATE TRIGGER keep_drafts BEFORE DELETE ON public.email_drafts FOR EACH ROW EXECUTE FUNCTION keep_written();
CREATE TRIGGER keep_named BEFORE DELETE OR UPDATE OF address_norm, contact_id ON public.contact_addresses FOR EACH ROW WHEN ((NOT app_private.person_is('administrator'::text))) EXECUTE FUNCTION keep_named();
CREATE TRIGGER keep_new_addresses AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_new_addresses();
CREATE TRIGGER keep_signed_answer BEFORE UPDATE OF answers_message_id, quoted ON public.single_mails FOR EACH ROW WHEN (((new.answers_message_id IS DISTINCT FROM old.answers_message_id) OR (new.quoted IS DISTINCT FROM old.quoted))) EXECUTE FUNCTION keep_signed_place();
CREATE TRIGGER keep_signed_place BEFORE UPDATE OF recipient_email, thread_delivery_id, is_plain ON public.single_mails FOR EACH ROW WHEN (((new.recipient_email IS DISTINCT FROM old.recipient_email) OR (new.thread_delivery_id IS DISTINCT FROM old.thread_delivery_id) OR (new.is_plain IS DISTINCT FROM old.is_plain))) EXECUTE FUNCTION keep_signed_place();
CREATE TRIGGER keep_single BEFORE INSERT ON public.single_mails FOR EACH ROW EXECUTE FUNCTION keep_single();
CREATE TRIGGER keep_suppressions BEFORE INSERT OR UPDATE ON public.suppressions FOR EACH ROW EXECUTE FUNCTION keep_suppressions();
CREATE TRIGGER keep_written BEFORE UPDATE OF subject, body, draft_type, written_by ON public.email_drafts FOR EACH ROW WHEN (((new.subject IS DISTINCT FROM old.subject) OR (new.body IS DISTINCT FROM old.body) OR (new.draft_type IS DISTINCT FROM old.draft_type) OR (new.written_by IS DISTINCT FROM old.written_by))) EXECUTE FUNCTION keep_written();
CREATE TRIGGER keep_zone BEFORE INSERT OR UPDATE OF leave_zone ON public.single_mails FOR EACH ROW WHEN ((new.leave_zone IS NOT NULL)) EXECUTE FUNCTION keep_zone('leave_zone');
CREATE TRIGGER keep_zone BEFORE INSERT OR UPDATE OF time_zone ON public.contacts FOR EACH ROW WHEN ((new.time_zone IS NOT NULL)) EXECUTE FUNCTION keep_zone('time_zone');
CREATE TRIGGER keep_zone BEFORE INSERT OR UPDATE OF timezone ON public.campaign_settings FOR EACH ROW EXECUTE FUNCTION keep_zone('timezone');
CREATE TRIGGER keep_zone BEFORE INSERT OR UPDATE OF timezone ON public.member_settings FOR EACH ROW WHEN ((new.timezone IS NOT NULL)) EXECUTE FUNCTION keep_zone('timezone');
CREATE TRIGGER keep_zone BEFORE INSERT OR UPDATE OF timezone ON public.teams FOR EACH ROW EXECUTE FUNCTION keep_zone('timezone');
CREATE TRIGGER mark_first_approval BEFORE INSERT OR UPDATE OF status ON public.email_drafts FOR EACH ROW EXECUTE FUNCTION mark_first_approval();
CREATE TRIGGER note_moved AFTER UPDATE ON public.campaign_contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.note_moved();
CREATE TRIGGER notify_delete AFTER DELETE ON public.campaign_contacts REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_delete AFTER DELETE ON public.campaign_pauses REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_delete AFTER DELETE ON public.campaign_sequences REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_delete AFTER DELETE ON public.campaigns REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_delete AFTER DELETE ON public.contact_addresses REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_delete AFTER DELETE ON public.contact_holds REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_delete AFTER DELETE ON public.contact_list_members REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_delete AFTER DELETE ON public.contact_lists REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_delete AFTER DELETE ON public.contacts REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_delete AFTER DELETE ON public.deliveries REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_delete AFTER DELETE ON public.domain_checks REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_delete AFTER DELETE ON public.email_drafts REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_delete AFTER DELETE ON public.email_replies REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_delete AFTER DELETE ON public.email_templates REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('templates');
CREATE TRIGGER notify_delete AFTER DELETE ON public.ignored_senders REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_delete AFTER DELETE ON public.letters REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_delete AFTER DELETE ON public.limit_lessons REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_delete AFTER DELETE ON public.mail_differences REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_delete AFTER DELETE ON public.mailbox_guards REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_delete AFTER DELETE ON public.mailbox_messages REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_delete AFTER DELETE ON public.mailbox_tests REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_delete AFTER DELETE ON public.member_settings REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_delete AFTER DELETE ON public.members REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_delete AFTER DELETE ON public.notice_targets REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_delete AFTER DELETE ON public.scheduled_emails REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_delete AFTER DELETE ON public.sender_accounts REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_delete AFTER DELETE ON public.signatures REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_delete AFTER DELETE ON public.single_mails REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_delete AFTER DELETE ON public.suppression_files REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_delete AFTER DELETE ON public.suppressions REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_delete AFTER DELETE ON public.team_stops REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_delete AFTER DELETE ON public.test_copies REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_delete AFTER DELETE ON public.upload_batches REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('uploads');
CREATE TRIGGER notify_insert AFTER INSERT ON public.campaign_contacts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_insert AFTER INSERT ON public.campaign_pauses REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_insert AFTER INSERT ON public.campaign_sequences REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_insert AFTER INSERT ON public.campaigns REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_insert AFTER INSERT ON public.contact_addresses REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_insert AFTER INSERT ON public.contact_holds REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_insert AFTER INSERT ON public.contact_list_members REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_insert AFTER INSERT ON public.contact_lists REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_insert AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_insert AFTER INSERT ON public.deliveries REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_insert AFTER INSERT ON public.domain_checks REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_insert AFTER INSERT ON public.email_drafts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_insert AFTER INSERT ON public.email_replies REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_insert AFTER INSERT ON public.email_templates REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('templates');
CREATE TRIGGER notify_insert AFTER INSERT ON public.ignored_senders REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_insert AFTER INSERT ON public.letters REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_insert AFTER INSERT ON public.limit_lessons REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_insert AFTER INSERT ON public.mail_differences REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_insert AFTER INSERT ON public.mailbox_guards REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_insert AFTER INSERT ON public.mailbox_messages REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_insert AFTER INSERT ON public.mailbox_tests REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_insert AFTER INSERT ON public.member_settings REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_insert AFTER INSERT ON public.members REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_insert AFTER INSERT ON public.notice_targets REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_insert AFTER INSERT ON public.reply_threads REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_insert AFTER INSERT ON public.scheduled_emails REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_insert AFTER INSERT ON public.sender_accounts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_insert AFTER INSERT ON public.signatures REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_insert AFTER INSERT ON public.single_mails REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_insert AFTER INSERT ON public.suppression_files REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_insert AFTER INSERT ON public.suppressions REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_insert AFTER INSERT ON public.team_stops REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_insert AFTER INSERT ON public.test_copies REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_insert AFTER INSERT ON public.upload_batches REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('uploads');
CREATE TRIGGER notify_outbox AFTER INSERT ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();
CREATE TRIGGER notify_update AFTER UPDATE ON public.campaign_contacts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_update AFTER UPDATE ON public.campaign_pauses REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_update AFTER UPDATE ON public.campaign_sequences REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_update AFTER UPDATE ON public.campaign_settings REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_update AFTER UPDATE ON public.campaigns REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_update AFTER UPDATE ON public.contact_addresses REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_update AFTER UPDATE ON public.contact_holds REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('campaigns');
CREATE TRIGGER notify_update AFTER UPDATE ON public.contact_list_members REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_update AFTER UPDATE ON public.contact_lists REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_update AFTER UPDATE ON public.contacts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_update AFTER UPDATE ON public.deliveries REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_update AFTER UPDATE ON public.domain_checks REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_update AFTER UPDATE ON public.email_drafts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_update AFTER UPDATE ON public.email_replies REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_update AFTER UPDATE ON public.email_templates REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('templates');
CREATE TRIGGER notify_update AFTER UPDATE ON public.ignored_senders REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_update AFTER UPDATE ON public.letters REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_update AFTER UPDATE ON public.limit_lessons REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_update AFTER UPDATE ON public.mail_differences REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_update AFTER UPDATE ON public.mailbox_guards REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_update AFTER UPDATE ON public.mailbox_messages REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_update AFTER UPDATE ON public.mailbox_tests REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_update AFTER UPDATE ON public.member_settings REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_update AFTER UPDATE ON public.members REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_update AFTER UPDATE ON public.notice_targets REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('members');
CREATE TRIGGER notify_update AFTER UPDATE ON public.reply_threads REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('replies');
CREATE TRIGGER notify_update AFTER UPDATE ON public.scheduled_emails REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_update AFTER UPDATE ON public.sender_accounts REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('mailboxes');
CREATE TRIGGER notify_update AFTER UPDATE ON public.sign_jobs REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_update AFTER UPDATE ON public.signatures REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('review');
CREATE TRIGGER notify_update AFTER UPDATE ON public.single_mails REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_update AFTER UPDATE ON public.suppression_files REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_update AFTER UPDATE ON public.suppressions REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('contacts');
CREATE TRIGGER notify_update AFTER UPDATE ON public.team_stops REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_update AFTER UPDATE ON public.teams FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION notify_team_change();
CREATE TRIGGER notify_update AFTER UPDATE ON public.test_copies REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('sending');
CREATE TRIGGER notify_update AFTER UPDATE ON public.upload_batches REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_change('uploads');
CREATE TRIGGER refuse_suppressed BEFORE INSERT ON public.delivery_intents FOR EACH ROW EXECUTE FUNCTION refuse_suppressed();
CREATE TRIGGER shelve_insert AFTER INSERT ON public.email_drafts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app_private.shelve_written();
CREATE TRIGGER stay_erased BEFORE INSERT ON public.suppressions FOR EACH ROW WHEN (((new.email_norm IS NOT NULL) AND (new.lifted_at IS NULL))) EXECUTE FUNCTION stay_erased();
CREATE TRIGGER update_draft_analytics AFTER INSERT ON public.email_drafts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_draft_analytics();
CREATE TRIGGER update_draft_analytics_on_update AFTER UPDATE ON public.email_drafts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_draft_analytics();
CREATE TRIGGER update_email_analytics AFTER INSERT ON public.sent_emails REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_email_analytics();
alter table app_private.engine_beats enable row level security;
alter table app_private.engine_beats force row level security;
alter table public.activities enable row level security;
alter table public.activities force row level security;
alter table public.acts enable row level security;
alter table public.acts force row level security;
alter table public.campaign_contacts enable row level security;
alter table public.campaign_contacts force row level security;
alter table public.campaign_launches enable row level security;
alter table public.campaign_launches force row level security;
alter table public.campaign_pauses enable row level security;
alter table public.campaign_pauses force row level security;
alter table public.campaign_sequences enable row level security;
alter table public.campaign_sequences force row level security;
alter table public.campaign_settings enable row level security;
alter table public.campaign_settings force row level security;
alter table public.campaigns enable row level security;
alter table public.campaigns force row level security;
alter table public.contact_addresses enable row level security;
alter table public.contact_addresses force row level security;
alter table public.contact_holds enable row level security;
alter table public.contact_holds force row level security;
alter table public.contact_list_members enable row level security;
alter table public.contact_list_members force row level security;
alter table public.contact_lists enable row level security;
alter table public.contact_lists force row level security;
alter table public.contacts enable row level security;
alter table public.contacts force row level security;
alter table public.deliveries enable row level security;
alter table public.deliveries force row level security;
alter table public.delivery_intents enable row level security;
alter table public.delivery_intents force row level security;
alter table public.domain_checks enable row level security;
alter table public.domain_checks force row level security;
alter table public.draft_attempts enable row level security;
alter table public.draft_attempts force row level security;
alter table public.email_analytics enable row level security;
alter table public.email_analytics force row level security;
alter table public.email_analytics_deltas enable row level security;
alter table public.email_analytics_deltas force row level security;
alter table public.email_drafts enable row level security;
alter table public.email_drafts force row level security;
alter table public.email_replies enable row level security;
alter table public.email_replies force row level security;
alter table public.email_templates enable row level security;
alter table public.email_templates force row level security;
alter table public.explain_due enable row level security;
alter table public.explain_due force row level security;
alter table public.graph_subscriptions enable row level security;
alter table public.graph_subscriptions force row level security;
alter table public.ignored_senders enable row level security;
alter table public.ignored_senders force row level security;
alter table public.kept_letters enable row level security;
alter table public.kept_letters force row level security;
alter table public.launch_views enable row level security;
alter table public.launch_views force row level security;
alter table public.letters enable row level security;
alter table public.letters force row level security;
alter table public.limit_lessons enable row level security;
alter table public.limit_lessons force row level security;
alter table public.mail_differences enable row level security;
alter table public.mail_differences force row level security;
alter table public.mailbox_guards enable row level security;
alter table public.mailbox_guards force row level security;
alter table public.mailbox_leases enable row level security;
alter table public.mailbox_leases force row level security;
alter table public.mailbox_messages enable row level security;
alter table public.mailbox_messages force row level security;
alter table public.mailbox_set_asides enable row level security;
alter table public.mailbox_set_asides force row level security;
alter table public.mailbox_syncs enable row level security;
alter table public.mailbox_syncs force row level security;
alter table public.mailbox_tests enable row level security;
alter table public.mailbox_tests force row level security;
alter table public.mailbox_tokens enable row level security;
alter table public.mailbox_tokens force row level security;
alter table public.mailbox_watches enable row level security;
alter table public.mailbox_watches force row level security;
alter table public.member_settings enable row level security;
alter table public.member_settings force row level security;
alter table public.members enable row level security;
alter table public.members force row level security;
alter table public.notice_targets enable row level security;
alter table public.notice_targets force row level security;
alter table public.notices enable row level security;
alter table public.notices force row level security;
alter table public.outbox enable row level security;
alter table public.outbox force row level security;
alter table public.removals enable row level security;
alter table public.removals force row level security;
alter table public.reply_threads enable row level security;
alter table public.reply_threads force row level security;
alter table public.review_counts enable row level security;
alter table public.review_counts force row level security;
alter table public.review_moves enable row level security;
alter table public.review_moves force row level security;
alter table public.scheduled_emails enable row level security;
alter table public.scheduled_emails force row level security;
alter table public.sender_accounts enable row level security;
alter table public.sender_accounts force row level security;
alter table public.sent_emails enable row level security;
alter table public.sent_emails force row level security;
alter table public.sessions enable row level security;
alter table public.sessions force row level security;
alter table public.sign_job_drafts enable row level security;
alter table public.sign_job_drafts force row level security;
alter table public.sign_jobs enable row level security;
alter table public.sign_jobs force row level security;
alter table public.signatures enable row level security;
alter table public.signatures force row level security;
alter table public.single_mails enable row level security;
alter table public.single_mails force row level security;
alter table public.suppression_file_entries enable row level security;
alter table public.suppression_file_entries force row level security;
alter table public.suppression_files enable row level security;
alter table public.suppression_files force row level security;
alter table public.suppressions enable row level security;
alter table public.suppressions force row level security;
alter table public.team_stops enable row level security;
alter table public.team_stops force row level security;
alter table public.teams enable row level security;
alter table public.teams force row level security;
alter table public.test_copies enable row level security;
alter table public.test_copies force row level security;
alter table public.thread_presences enable row level security;
alter table public.thread_presences force row level security;
alter table public.upload_batches enable row level security;
alter table public.upload_batches force row level security;
alter table public.upload_rows enable row level security;
alter table public.upload_rows force row level security;
create policy administrator_may on public.mailbox_tokens as restrictive for insert to countersign_app with check (( SELECT app_private.person_is('administrator'::text) AS person_is));
create policy administrator_may on public.members as restrictive for update to countersign_app using (true) with check (( SELECT app_private.person_is('administrator'::text) AS person_is));
create policy administrator_may on public.teams as restrictive for update to countersign_app using (true) with check (( SELECT app_private.person_is('administrator'::text) AS person_is));
create policy changer_may on public.letters as restrictive for update to countersign_app using (true) with check (( SELECT app_private.person_is('member'::text) AS person_is));
create policy changer_may on public.reply_threads as restrictive for update to countersign_app using (true) with check (((NULLIF(current_setting('app.member_id'::text, true), ''::text) IS NULL) OR ( SELECT app_private.person_is('member'::text) AS person_is)));
create policy changer_may on public.single_mails as restrictive for update to countersign_app using (true) with check (((NULLIF(current_setting('app.member_id'::text, true), ''::text) IS NULL) OR ( SELECT app_private.person_is('member'::text) AS person_is)));
create policy launcher_may on public.campaign_launches as restrictive for insert to countersign_app with check (((launched_by = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) AND ( SELECT app_private.person_is('member'::text) AS person_is)));
create policy lifter_may on public.suppressions as restrictive for update to countersign_app using (true) with check (((lifted_at IS NULL) OR ( SELECT app_private.person_is('administrator'::text) AS person_is) OR ((lift_reason = 'taken back'::text) AND (created_by = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) AND ( SELECT app_private.person_is('member'::text) AS person_is))));
create policy own_act on public.acts as restrictive for insert to countersign_app with check ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid));
create policy own_act_ends on public.acts as restrictive for update to countersign_app using (((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) AND (outcome IS NULL))) with check (true);
create policy own_presence on public.thread_presences as restrictive for insert to countersign_app with check ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid));
create policy own_settings on public.member_settings as restrictive for insert to countersign_app with check ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid));
create policy own_settings_change on public.member_settings as restrictive for update to countersign_app using (true) with check ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid));
create policy own_target on public.notice_targets as restrictive for insert to countersign_app with check (((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) OR ((member_id IS NULL) AND ( SELECT app_private.person_is('administrator'::text) AS person_is))));
create policy own_target_changes on public.notice_targets as restrictive for update to countersign_app using (true) with check (((NULLIF(current_setting('app.member_id'::text, true), ''::text) IS NULL) OR (member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) OR ((member_id IS NULL) AND ( SELECT app_private.person_is('administrator'::text) AS person_is))));
create policy owner_all on app_private.engine_beats as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.activities as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.acts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.campaign_contacts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.campaign_launches as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.campaign_pauses as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.campaign_sequences as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.campaign_settings as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.campaigns as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.contact_addresses as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.contact_holds as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.contact_list_members as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.contact_lists as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.contacts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.deliveries as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.delivery_intents as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.domain_checks as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.draft_attempts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.email_analytics as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.email_analytics_deltas as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.email_drafts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.email_replies as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.email_templates as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.explain_due as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.graph_subscriptions as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.ignored_senders as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.kept_letters as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.launch_views as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.letters as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.limit_lessons as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mail_differences as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_guards as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_leases as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_messages as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_set_asides as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_syncs as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_tests as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_tokens as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.mailbox_watches as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.member_settings as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.members as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.notice_targets as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.notices as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.outbox as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.removals as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.reply_threads as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.review_counts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.review_moves as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.scheduled_emails as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.sender_accounts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.sent_emails as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.sessions as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.sign_job_drafts as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.sign_jobs as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.signatures as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.single_mails as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.suppression_file_entries as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.suppression_files as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.suppressions as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.team_stops as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.teams as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.test_copies as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.thread_presences as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.upload_batches as permissive for all to countersign_owner using (true) with check (true);
create policy owner_all on public.upload_rows as permissive for all to countersign_owner using (true) with check (true);
create policy remover_may on public.removals as restrictive for insert to countersign_app with check (((removed_by = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) AND ( SELECT app_private.person_is('member'::text) AS person_is)));
create policy resumer_may on public.team_stops as restrictive for update to countersign_app using (true) with check (( SELECT app_private.person_is('member'::text) AS person_is));
create policy signer_may on public.signatures as restrictive for insert to countersign_app with check (
CASE kind
    WHEN 'person'::text THEN ((signed_by = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) AND ( SELECT app_private.person_is('member'::text) AS person_is))
    ELSE (EXISTS ( SELECT 1
       FROM (email_drafts d
         JOIN campaign_launches l ON (((l.team_id = d.team_id) AND (l.campaign_id = d.campaign_id))))
      WHERE ((d.id = signatures.draft_id) AND l.signs_templates AND (NOT (l.launched_by IS DISTINCT FROM signatures.signed_by)))))
END);
create policy system_listed on app_private.engine_beats as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.campaign_contacts as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.campaigns as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.explain_due as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.graph_subscriptions as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.launch_views as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.member_settings as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.members as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.notices as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.outbox as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.removals as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.reply_threads as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.sender_accounts as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.sessions as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.single_mails as permissive for all to countersign_system using (true) with check (true);
create policy system_listed on public.teams as permissive for all to countersign_system using (true) with check (true);
create policy taker_may on public.email_drafts as restrictive for delete to countersign_app using (( SELECT app_private.person_is('member'::text) AS person_is));
create policy taker_may on public.single_mails as restrictive for delete to countersign_app using ((( SELECT app_private.person_is('member'::text) AS person_is) AND (NOT (EXISTS ( SELECT 1
   FROM signatures s
  WHERE ((s.team_id = single_mails.team_id) AND (s.draft_id = single_mails.draft_id)))))));
create policy team_only on public.activities as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.acts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.campaign_contacts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.campaign_launches as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.campaign_pauses as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.campaign_sequences as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.campaign_settings as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.campaigns as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.contact_addresses as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.contact_holds as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.contact_list_members as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.contact_lists as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.contacts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.deliveries as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.delivery_intents as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.domain_checks as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.draft_attempts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.email_analytics as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.email_analytics_deltas as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.email_drafts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.email_replies as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.email_templates as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.explain_due as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.graph_subscriptions as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.ignored_senders as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.kept_letters as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.launch_views as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.letters as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.limit_lessons as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mail_differences as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_guards as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_leases as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_messages as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_set_asides as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_syncs as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_tests as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_tokens as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.mailbox_watches as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.member_settings as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.members as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.notice_targets as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.notices as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.outbox as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.removals as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.reply_threads as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.review_counts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.review_moves as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.scheduled_emails as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.sender_accounts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.sent_emails as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.sessions as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.sign_job_drafts as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.sign_jobs as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.signatures as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.single_mails as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.suppression_file_entries as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.suppression_files as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.suppressions as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.team_stops as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.teams as permissive for all to countersign_app using ((id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.test_copies as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.thread_presences as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.upload_batches as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy team_only on public.upload_rows as permissive for all to countersign_app using ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid)) with check ((team_id = (NULLIF(current_setting('app.team_id'::text, true), ''::text))::uuid));
create policy writer_may on public.letters as restrictive for insert to countersign_app with check (((written_by = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid) AND ( SELECT app_private.person_is('member'::text) AS person_is)));
create policy writer_may on public.single_mails as restrictive for insert to countersign_app with check (((NULLIF(current_setting('app.member_id'::text, true), ''::text) IS NULL) OR ( SELECT app_private.person_is('member'::text) AS person_is)));
grant usage on schema app_private to countersign_app;
grant usage on schema app_private to countersign_system;
grant usage on schema drizzle to countersign_system;
grant usage on schema public to countersign_app;
grant usage on schema public to countersign_system;
revoke all on function app_private.add_suppression_key(key_id text) from public;
revoke all on function app_private.hash_address(team uuid, address text, key bytea) from public;
revoke all on function app_private.hashed_entry(team uuid, address text, strict boolean) from public;
revoke all on function app_private.is_suppressed_in(team uuid, contact uuid, recipients text[]) from public;
revoke all on function app_private.knock(kind text, who text, most integer, window_seconds integer, at timestamp with time zone) from public;
revoke all on function public.create_campaign_settings() from public;
revoke all on function public.find_hashed() from public;
revoke all on function public.find_hashed_again() from public;
revoke all on function public.fold_email_analytics() from public;
revoke all on function public.fold_review_counts() from public;
revoke all on function public.follow_answer() from public;
revoke all on function public.follow_answers() from public;
revoke all on function public.follow_sent() from public;
revoke all on function public.forget_suppressed(address text) from public;
revoke all on function public.handle_email_reply() from public;
revoke all on function public.is_answered(thread uuid) from public;
revoke all on function public.is_suppressed(contact uuid, recipient text) from public;
revoke all on function public.judge_thread(thread uuid) from public;
revoke all on function public.keep_changed_addresses() from public;
revoke all on function public.keep_named() from public;
revoke all on function public.keep_new_addresses() from public;
revoke all on function public.keep_signed_place() from public;
revoke all on function public.keep_single() from public;
revoke all on function public.keep_suppressions() from public;
revoke all on function public.keep_written() from public;
revoke all on function public.let_intents_end() from public;
revoke all on function public.noted_at(team uuid, contact uuid, mailbox uuid) from public;
revoke all on function public.refresh_statistics(tables text[]) from public;
revoke all on function public.refuse_suppressed() from public;
revoke all on function public.signed_before(team uuid, draft uuid, noted timestamp with time zone) from public;
revoke all on function public.stay_erased() from public;
revoke all on function public.suppressed_contacts() from public;
revoke all on function public.update_draft_analytics() from public;
revoke all on function public.update_email_analytics() from public;
grant execute on function app_private.knock(kind text, who text, most integer, window_seconds integer, at timestamp with time zone) to countersign_app;
grant execute on function app_private.knock(kind text, who text, most integer, window_seconds integer, at timestamp with time zone) to countersign_system;
grant execute on function public.fold_email_analytics() to countersign_system;
grant execute on function public.fold_review_counts() to countersign_system;
grant execute on function public.forget_suppressed(address text) to countersign_app;
grant execute on function public.is_answered(thread uuid) to countersign_app;
grant execute on function public.is_suppressed(contact uuid, recipient text) to countersign_app;
grant execute on function public.noted_at(team uuid, contact uuid, mailbox uuid) to countersign_app;
grant execute on function public.refresh_statistics(tables text[]) to countersign_app;
grant execute on function public.signed_before(team uuid, draft uuid, noted timestamp with time zone) to countersign_app;
grant execute on function public.suppressed_contacts() to countersign_app;
grant delete on public.launch_views to countersign_system;
grant delete on public.removals to countersign_system;
grant delete, insert, select on public.acts to countersign_app;
grant delete, insert, select on public.contact_list_members to countersign_app;
grant delete, insert, select on public.draft_attempts to countersign_app;
grant delete, insert, select on public.email_drafts to countersign_app;
grant delete, insert, select on public.email_replies to countersign_app;
grant delete, insert, select on public.ignored_senders to countersign_app;
grant delete, insert, select on public.kept_letters to countersign_app;
grant delete, insert, select on public.launch_views to countersign_app;
grant delete, insert, select on public.removals to countersign_app;
grant delete, insert, select on public.sign_job_drafts to countersign_app;
grant delete, insert, select on public.sign_jobs to countersign_app;
grant delete, insert, select on public.single_mails to countersign_app;
grant delete, insert, select on public.suppression_file_entries to countersign_app;
grant delete, insert, select, update on public.campaign_sequences to countersign_app;
grant delete, insert, select, update on public.campaign_settings to countersign_app;
grant delete, insert, select, update on public.campaigns to countersign_app;
grant delete, insert, select, update on public.contact_addresses to countersign_app;
grant delete, insert, select, update on public.contact_lists to countersign_app;
grant delete, insert, select, update on public.email_templates to countersign_app;
grant delete, insert, select, update on public.explain_due to countersign_app;
grant delete, insert, select, update on public.graph_subscriptions to countersign_app;
grant delete, insert, select, update on public.mailbox_leases to countersign_app;
grant delete, insert, select, update on public.mailbox_set_asides to countersign_app;
grant delete, insert, select, update on public.mailbox_tokens to countersign_app;
grant delete, insert, select, update on public.thread_presences to countersign_app;
grant delete, insert, select, update on public.upload_batches to countersign_app;
grant delete, select on public.explain_due to countersign_system;
grant delete, select, update on public.outbox to countersign_system;
grant insert, select on public.activities to countersign_app;
grant insert, select on public.campaign_launches to countersign_app;
grant insert, select on public.campaign_pauses to countersign_app;
grant insert, select on public.contact_holds to countersign_app;
grant insert, select on public.delivery_intents to countersign_app;
grant insert, select on public.letters to countersign_app;
grant insert, select on public.limit_lessons to countersign_app;
grant insert, select on public.mail_differences to countersign_app;
grant insert, select on public.mailbox_guards to countersign_app;
grant insert, select on public.mailbox_messages to countersign_app;
grant insert, select on public.member_settings to countersign_app;
grant insert, select on public.notice_targets to countersign_app;
grant insert, select on public.notices to countersign_app;
grant insert, select on public.outbox to countersign_app;
grant insert, select on public.reply_threads to countersign_app;
grant insert, select on public.sent_emails to countersign_app;
grant insert, select on public.signatures to countersign_app;
grant insert, select on public.suppressions to countersign_app;
grant insert, select on public.team_stops to countersign_app;
grant insert, select on public.teams to countersign_system;
grant insert, select, update on public.campaign_contacts to countersign_app;
grant insert, select, update on public.contacts to countersign_app;
grant insert, select, update on public.deliveries to countersign_app;
grant insert, select, update on public.domain_checks to countersign_app;
grant insert, select, update on public.mailbox_syncs to countersign_app;
grant insert, select, update on public.mailbox_tests to countersign_app;
grant insert, select, update on public.mailbox_watches to countersign_app;
grant insert, select, update on public.members to countersign_system;
grant insert, select, update on public.scheduled_emails to countersign_app;
grant insert, select, update on public.sender_accounts to countersign_app;
grant insert, select, update on public.sessions to countersign_system;
grant insert, select, update on public.suppression_files to countersign_app;
grant insert, select, update on public.test_copies to countersign_app;
grant insert, select, update on public.upload_rows to countersign_app;
grant select on drizzle.__drizzle_migrations to countersign_system;
grant select on public.email_analytics to countersign_app;
grant select on public.email_analytics_deltas to countersign_app;
grant select on public.graph_subscriptions to countersign_system;
grant select on public.member_settings to countersign_system;
grant select on public.members to countersign_app;
grant select on public.review_counts to countersign_app;
grant select on public.review_moves to countersign_app;
grant select on public.sessions to countersign_app;
grant select on public.teams to countersign_app;
grant select, update on app_private.engine_beats to countersign_system;
grant usage on sequence public.explain_due_id_seq to countersign_app;
grant usage on sequence public.outbox_id_seq to countersign_app;
grant usage on sequence public.outbox_id_seq to countersign_system;
grant select (campaign_id) on public.campaign_contacts to countersign_system;
grant select (due_at) on public.notices to countersign_system;
grant select (ended_reason) on public.single_mails to countersign_system;
grant select (id) on public.campaign_contacts to countersign_system;
grant select (id) on public.campaigns to countersign_system;
grant select (id) on public.launch_views to countersign_system;
grant select (id) on public.notices to countersign_system;
grant select (id) on public.removals to countersign_system;
grant select (id) on public.reply_threads to countersign_system;
grant select (id) on public.sender_accounts to countersign_system;
grant select (id) on public.single_mails to countersign_system;
grant select (leave_at) on public.single_mails to countersign_system;
grant select (removed_at) on public.removals to countersign_system;
grant select (seen_at) on public.launch_views to countersign_system;
grant select (snoozed_until) on public.reply_threads to countersign_system;
grant select (state) on public.reply_threads to countersign_system;
grant select (status) on public.campaign_contacts to countersign_system;
grant select (status) on public.campaigns to countersign_system;
grant select (status) on public.sender_accounts to countersign_system;
grant select (team_id) on public.campaign_contacts to countersign_system;
grant select (team_id) on public.campaigns to countersign_system;
grant select (team_id) on public.notices to countersign_system;
grant select (team_id) on public.removals to countersign_system;
grant select (team_id) on public.reply_threads to countersign_system;
grant select (team_id) on public.sender_accounts to countersign_system;
grant select (team_id) on public.single_mails to countersign_system;
grant select (tid) on public.sender_accounts to countersign_system;
grant select (told_at) on public.notices to countersign_system;
grant select (trouble) on public.sender_accounts to countersign_system;
grant select (unsubscribe_token) on public.campaign_contacts to countersign_system;
grant select (unsubscribe_token) on public.single_mails to countersign_system;
grant update (about) on public.notice_targets to countersign_app;
grant update (admission) on public.single_mails to countersign_app;
grant update (admitted_at) on public.single_mails to countersign_app;
grant update (answer) on public.delivery_intents to countersign_app;
grant update (answered_at) on public.delivery_intents to countersign_app;
grant update (answers_message_id) on public.single_mails to countersign_app;
grant update (approved_at) on public.email_drafts to countersign_app;
grant update (assigned_at) on public.reply_threads to countersign_app;
grant update (assigned_by) on public.reply_threads to countersign_app;
grant update (assigned_to) on public.reply_threads to countersign_app;
grant update (body) on public.email_drafts to countersign_app;
grant update (body) on public.letters to countersign_app;
grant update (budget_reserve_percent) on public.teams to countersign_app;
grant update (campaign_contact_id) on public.mailbox_messages to countersign_app;
grant update (campaign_contact_id) on public.suppressions to countersign_app;
grant update (ciphertext) on public.notice_targets to countersign_app;
grant update (contact_id) on public.mailbox_messages to countersign_app;
grant update (digest_at) on public.notice_targets to countersign_app;
grant update (discarded_at) on public.letters to countersign_app;
grant update (discarded_by) on public.letters to countersign_app;
grant update (done_at) on public.reply_threads to countersign_app;
grant update (done_by) on public.reply_threads to countersign_app;
grant update (draft_type) on public.email_drafts to countersign_app;
grant update (due_at) on public.notices to countersign_app;
grant update (edited_at) on public.email_drafts to countersign_app;
grant update (edited_body) on public.email_drafts to countersign_app;
grant update (edited_by) on public.email_drafts to countersign_app;
grant update (edited_subject) on public.email_drafts to countersign_app;
grant update (ended) on public.contact_holds to countersign_app;
grant update (ended_at) on public.contact_holds to countersign_app;
grant update (ended_at) on public.mailbox_guards to countersign_app;
grant update (ended_at) on public.sessions to countersign_app;
grant update (ended_at) on public.single_mails to countersign_app;
grant update (ended_by) on public.contact_holds to countersign_app;
grant update (ended_by) on public.mailbox_guards to countersign_app;
grant update (ended_by) on public.sessions to countersign_app;
grant update (ended_by) on public.single_mails to countersign_app;
grant update (ended_reason) on public.single_mails to countersign_app;
grant update (failure) on public.email_drafts to countersign_app;
grant update (failure) on public.notices to countersign_app;
grant update (finished_at) on public.sign_jobs to countersign_app;
grant update (first_approved_at) on public.email_drafts to countersign_app;
grant update (graph_id) on public.mailbox_messages to countersign_app;
grant update (guard_dead_percent) on public.teams to countersign_app;
grant update (guard_opt_out_percent) on public.teams to countersign_app;
grant update (guesses) on public.mailbox_messages to countersign_app;
grant update (hand_footer) on public.teams to countersign_app;
grant update (hidden_at) on public.mailbox_messages to countersign_app;
grant update (hidden_by) on public.mailbox_messages to countersign_app;
grant update (hours_days) on public.teams to countersign_app;
grant update (hours_end) on public.teams to countersign_app;
grant update (hours_start) on public.teams to countersign_app;
grant update (idle_days) on public.teams to countersign_app;
grant update (is_plain) on public.single_mails to countersign_app;
grant update (join_policy) on public.teams to countersign_app;
grant update (join_role) on public.teams to countersign_app;
grant update (keep_letters) on public.teams to countersign_app;
grant update (key_id) on public.notice_targets to countersign_app;
grant update (kind) on public.mailbox_messages to countersign_app;
grant update (label) on public.reply_threads to countersign_app;
grant update (label_by) on public.reply_threads to countersign_app;
grant update (labelled_at) on public.reply_threads to countersign_app;
grant update (labelled_by) on public.reply_threads to countersign_app;
grant update (last_in_at) on public.reply_threads to countersign_app;
grant update (last_message_id) on public.reply_threads to countersign_app;
grant update (last_out_at) on public.reply_threads to countersign_app;
grant update (later_on) on public.reply_threads to countersign_app;
grant update (leave) on public.letters to countersign_app;
grant update (leave) on public.single_mails to countersign_app;
grant update (leave_at) on public.single_mails to countersign_app;
grant update (leave_day) on public.letters to countersign_app;
grant update (leave_time) on public.letters to countersign_app;
grant update (leave_zone) on public.letters to countersign_app;
grant update (leave_zone) on public.single_mails to countersign_app;
grant update (licences) on public.teams to countersign_app;
grant update (lift_reason) on public.suppressions to countersign_app;
grant update (lifted_at) on public.suppressions to countersign_app;
grant update (lifted_at) on public.team_stops to countersign_app;
grant update (lifted_by) on public.suppressions to countersign_app;
grant update (lifted_by) on public.team_stops to countersign_app;
grant update (matched_by) on public.mailbox_messages to countersign_app;
grant update (missing_fields) on public.email_drafts to countersign_app;
grant update (name) on public.teams to countersign_app;
grant update (new_thread) on public.single_mails to countersign_app;
grant update (next_at) on public.single_mails to countersign_app;
grant update (nonce) on public.notice_targets to countersign_app;
grant update (outcome) on public.acts to countersign_app;
grant update (passed_over) on public.sign_jobs to countersign_app;
grant update (placed_at) on public.mailbox_messages to countersign_app;
grant update (placed_by) on public.mailbox_messages to countersign_app;
grant update (postal_address) on public.teams to countersign_app;
grant update (quoted) on public.single_mails to countersign_app;
grant update (reason) on public.suppressions to countersign_app;
grant update (recipient_email) on public.single_mails to countersign_app;
grant update (refusal) on public.acts to countersign_app;
grant update (refused) on public.sign_jobs to countersign_app;
grant update (reject_reason) on public.email_drafts to countersign_app;
grant update (rejected_at) on public.email_drafts to countersign_app;
grant update (rejected_by) on public.email_drafts to countersign_app;
grant update (request) on public.email_drafts to countersign_app;
grant update (request_hash) on public.email_drafts to countersign_app;
grant update (resumed_at) on public.campaign_pauses to countersign_app;
grant update (resumed_by) on public.campaign_pauses to countersign_app;
grant update (role) on public.members to countersign_app;
grant update (run_id) on public.single_mails to countersign_app;
grant update (seen_at) on public.email_replies to countersign_app;
grant update (seen_by) on public.email_replies to countersign_app;
grant update (sender_account_id) on public.email_drafts to countersign_app;
grant update (sender_account_id) on public.letters to countersign_app;
grant update (sender_account_id) on public.notice_targets to countersign_app;
grant update (settled_as) on public.mail_differences to countersign_app;
grant update (settled_at) on public.mail_differences to countersign_app;
grant update (settled_by) on public.mail_differences to countersign_app;
grant update (signed) on public.sign_jobs to countersign_app;
grant update (signed_at) on public.letters to countersign_app;
grant update (signed_by) on public.letters to countersign_app;
grant update (single_mail_id) on public.suppressions to countersign_app;
grant update (snoozed_by) on public.reply_threads to countersign_app;
grant update (snoozed_until) on public.reply_threads to countersign_app;
grant update (started_at) on public.sign_jobs to countersign_app;
grant update (state) on public.reply_threads to countersign_app;
grant update (state) on public.sign_job_drafts to countersign_app;
grant update (state) on public.sign_jobs to countersign_app;
grant update (status) on public.email_drafts to countersign_app;
grant update (status) on public.members to countersign_app;
grant update (status) on public.sent_emails to countersign_app;
grant update (stopped) on public.mailbox_messages to countersign_app;
grant update (subject) on public.email_drafts to countersign_app;
grant update (subject) on public.letters to countersign_app;
grant update (tag) on public.notice_targets to countersign_app;
grant update (template_id) on public.letters to countersign_app;
grant update (thread_delivery_id) on public.single_mails to countersign_app;
grant update (timezone) on public.member_settings to countersign_app;
grant update (timezone) on public.teams to countersign_app;
grant update (told_at) on public.notices to countersign_app;
grant update (total) on public.sign_jobs to countersign_app;
grant update (tries) on public.notices to countersign_app;
grant update (unread) on public.reply_threads to countersign_app;
grant update (updated_at) on public.email_drafts to countersign_app;
grant update (updated_at) on public.letters to countersign_app;
grant update (updated_at) on public.member_settings to countersign_app;
grant update (updated_at) on public.notice_targets to countersign_app;
grant update (version) on public.letters to countersign_app;
grant update (version) on public.reply_threads to countersign_app;
grant update (void_cause) on public.signatures to countersign_app;
grant update (voided_at) on public.signatures to countersign_app;
grant update (voided_by) on public.signatures to countersign_app;
grant update (wait_reason) on public.single_mails to countersign_app;
grant update (way) on public.notice_targets to countersign_app;
grant update (webhook_host) on public.notice_targets to countersign_app;
grant update (when_told) on public.notice_targets to countersign_app;
grant update (wish) on public.mailbox_messages to countersign_app;
grant update (wish_by) on public.mailbox_messages to countersign_app;
grant update (wish_sentence) on public.mailbox_messages to countersign_app;
grant update (written_by) on public.email_drafts to countersign_app;
grant update (zone_told) on public.teams to countersign_app;
insert into drizzle.__drizzle_migrations (hash, created_at) values ('c521aab43546553bc3e28534811a8a24842eaad32836112941dfc401f42b7f0a', 1795458176360);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('3b6510c36128856acb4fbb4484e67c839039cf8db0f8b1d0bc1fea0b48397c6e', 1795458177021);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('61064d5fbfa381923176da05fe3a0acd265b156619a883d9683a7090fe8d6288', 1795735696276);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('61cef9ec253579f2a96f9792451b326d6c490ec5304d4b50e35955ae35bf55cb', 1795736939906);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('8266b820a412ec23dea799885a72642a879c20dd002e80e5a310eddbf3780e8c', 1795737702795);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('f5bb32e776f62ddd2b1219e952d2a439e525262bcc5c5725c937e619b4a3d82c', 1795738419150);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('d68a8705c40a69936c260f096cdbf0e8c29d9f785822d07059ce2666e8ca1d8e', 1795888368855);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('d667151b7b0b6a4e344c78829f4f68c2b12fe15ebd95dccb3746262600fd813c', 1795891634840);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('4084882d7b6357faac14c5b44359ed93df101cfcc06d0ea9fb35b6f5d667b6b5', 1795891641247);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('739832a012de7d835344e617f7a1bf377ca89c6d5701d7c916e3c872b979f66a', 1795893241939);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('3e0c5dbec95317449700733803aca0924b0d10ae30990b41e3d74b6df1f1b7fc', 1795894054997);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('49aab387f373462270a4ecfd8901b61682f8be28a018f499a6f8906c4c70fda4', 1795897444261);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('faab4cf95e95e2bccc378121822f48417539e558dbf59ef7961177fe993f78c7', 1795897955211);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('ca75d1d4b2fb996033b1d8ae86b31295fb7b093bc3b8e886927bd0b1db9925d6', 1795901331436);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('a317cdd9c6972fdaf3b4b893158a1014a7edef8b4db9ce64591c5077f8f01b2e', 1795901383416);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('cf8abfb63008edf8cdfa68e74630567c25ab993052a1d0a3f2cb59017c05ca93', 1795901492331);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('5fae6e87dd1a90c8f3ef99efc0ffc6ca963b3f61131806057590ad08d0aa9354', 1795917216198);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('09c1541d6d8f8098b8ad27274c646ebafbb4104421c93e280c858972374f92a0', 1795930531141);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('eab0c53ed0a764644d304f34ea5d63c8de1fd4295c2e6f67d904f463d8f6f876', 1795944578754);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('665a2f5e14acfbc1464a86aace9eec865bbfa85498277ef2d70817fbad828527', 1795962588106);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('6b63ce56d74b16324ca9ac31c828f78e133dadb888923cd9c89012b049672c9e', 1795988894717);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('c95c7ab0c96aabed5b51ea4c2dea33a6779ff3a4d4445d72140d296294f1147f', 1796019989286);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('758c81e49b81913bcd0a9c17b5835c1fddbfce47e1d79d016819883b8764339c', 1796037330943);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('1b750fcb8c7e98fb0b23d612d343f3d8f3b02632b541077d15fa9f401bcd4256', 1796038814566);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('38072a63e6904bf5ef4349edf0fdcae4ca4510f1a63d50ed35ec5eb31a4a1da1', 1796042254759);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('1eb6235552029a718208a782eafb40f130e25d83d800b2dc352d035801ef22d2', 1796068147465);
insert into drizzle.__drizzle_migrations (hash, created_at) values ('666cd599486d92eca28bc17f1b024f44d5f61aa0ac17acef30caea7ec6bb5b65', 1796082712757);
