-- Roles. `db/migrate` makes them before this runs; here they only get what they may touch.
-- The owner is whoever migrates: no superuser and bound by FORCE, so it has its own policy,
-- else data migrations would change nothing and foreign keys could not be added.

create schema if not exists app_private;
--> statement-breakpoint
grant usage on schema public to countersign_app, countersign_system;
--> statement-breakpoint

-- A table that belongs to teams: forced row-level security, one plain equality for the app's role.
create or replace function app_private.protect_team_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', target);
  execute format(
    'create policy team_only on %s to countersign_app
       using (team_id = nullif(current_setting(''app.team_id'', true), '''')::uuid)
       with check (team_id = nullif(current_setting(''app.team_id'', true), '''')::uuid)', target);
  execute format('grant select, insert, update, delete on %s to countersign_app', target);
end $$;
--> statement-breakpoint

-- What has no team yet, or sweeps over all: the system's role sees these tables, with these rights.
create or replace function app_private.open_to_system(target regclass, rights text) returns void language plpgsql as $$
begin
  execute format('create policy system_listed on %s to countersign_system using (true) with check (true)', target);
  execute format('grant %s on %s to countersign_system', rights, target);
end $$;
--> statement-breakpoint

select app_private.protect_team_table(t::regclass) from unnest(array[
  'members', 'sessions', 'team_stops', 'upload_batches', 'upload_rows', 'contacts', 'contact_lists',
  'contact_list_members', 'suppressions', 'sender_accounts', 'mailbox_tokens', 'mailbox_leases', 'mailbox_syncs',
  'campaigns', 'campaign_sequences', 'campaign_settings', 'campaign_launches', 'campaign_pauses', 'campaign_contacts',
  'email_templates', 'email_drafts', 'signatures', 'scheduled_emails', 'deliveries', 'delivery_intents', 'sent_emails',
  'test_copies', 'email_analytics', 'email_replies', 'mailbox_messages', 'outbox', 'activities']) t;
--> statement-breakpoint

alter table teams enable row level security;
--> statement-breakpoint
alter table teams force row level security;
--> statement-breakpoint
create policy owner_all on teams to current_user using (true) with check (true);
--> statement-breakpoint
create policy team_only on teams to countersign_app
  using (id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.team_id', true), '')::uuid);
--> statement-breakpoint
grant select, update on teams to countersign_app;
--> statement-breakpoint
grant usage on sequence outbox_id_seq to countersign_app, countersign_system;
--> statement-breakpoint
-- The record of who did what is written once.
revoke update, delete on activities from countersign_app;
--> statement-breakpoint

select app_private.open_to_system('teams', 'select, insert');
--> statement-breakpoint
select app_private.open_to_system('members', 'select, insert, update');
--> statement-breakpoint
select app_private.open_to_system('sessions', 'select, insert, update');
--> statement-breakpoint
select app_private.open_to_system('outbox', 'select, update, delete');
--> statement-breakpoint
select app_private.open_to_system('sender_accounts', 'select');
--> statement-breakpoint
select app_private.open_to_system('campaigns', 'select');
--> statement-breakpoint
select app_private.open_to_system('campaign_contacts', 'select');
--> statement-breakpoint
select app_private.open_to_system('upload_batches', 'select');
--> statement-breakpoint

-- A campaign gets its settings when it is made.
create or replace function public.create_campaign_settings() returns trigger
language plpgsql security definer set search_path to 'public' as $$
begin
  insert into campaign_settings (campaign_id, team_id, timezone)
  select n.id, n.team_id, t.timezone from new_rows n join teams t on t.id = n.team_id;
  return null;
end $$;
--> statement-breakpoint
create trigger create_campaign_settings after insert on campaigns
referencing new table as new_rows for each statement execute function public.create_campaign_settings();
--> statement-breakpoint

-- A reply stops the person in that campaign. After the last mail it is only noted.
create or replace function public.handle_email_reply() returns trigger
language plpgsql security definer set search_path to 'public' as $$
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
end $$;
--> statement-breakpoint
create trigger handle_email_reply after insert on email_replies
referencing new table as new_rows for each statement execute function public.handle_email_reply();
--> statement-breakpoint

-- Counts of mail, by the day of the team's zone in which it was sent.
create or replace function public.update_email_analytics() returns trigger
language plpgsql security definer set search_path to 'public' as $$
begin
  insert into email_analytics (team_id, date, total_emails_sent, total_followups_sent)
  select n.team_id, (n.sent_at at time zone t.timezone)::date, count(*),
         count(*) filter (where n.draft_type <> 'first_outreach')
  from new_rows n join teams t on t.id = n.team_id group by 1, 2 order by 1, 2
  on conflict (team_id, date) do update
  set total_emails_sent = coalesce(email_analytics.total_emails_sent, 0) + excluded.total_emails_sent,
      total_followups_sent = coalesce(email_analytics.total_followups_sent, 0) + excluded.total_followups_sent;
  return null;
end $$;
--> statement-breakpoint
create trigger update_email_analytics after insert on sent_emails
referencing new table as new_rows for each statement execute function public.update_email_analytics();
--> statement-breakpoint

-- The first approval of a draft leaves a mark, so that approve, take back, approve counts once.
create or replace function public.mark_first_approval() returns trigger
language plpgsql set search_path to 'public' as $$
begin
  if new.status = 'approved' and new.first_approved_at is null then
    new.first_approved_at := coalesce(new.approved_at, now());
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger mark_first_approval before insert or update of status on email_drafts
for each row execute function public.mark_first_approval();
--> statement-breakpoint

create or replace function public.update_draft_analytics() returns trigger
language plpgsql security definer set search_path to 'public' as $$
begin
  if tg_op = 'INSERT' then
    insert into email_analytics (team_id, date, total_drafts_created, total_drafts_approved)
    select n.team_id, (n.created_at at time zone t.timezone)::date, count(*), count(n.first_approved_at)
    from new_rows n join teams t on t.id = n.team_id group by 1, 2 order by 1, 2
    on conflict (team_id, date) do update
    set total_drafts_created = coalesce(email_analytics.total_drafts_created, 0) + excluded.total_drafts_created,
        total_drafts_approved = coalesce(email_analytics.total_drafts_approved, 0) + excluded.total_drafts_approved;
  else
    insert into email_analytics (team_id, date, total_drafts_approved)
    select n.team_id, (n.first_approved_at at time zone t.timezone)::date, count(*)
    from new_rows n join old_rows o on o.id = n.id join teams t on t.id = n.team_id
    where n.first_approved_at is not null and o.first_approved_at is null group by 1, 2 order by 1, 2
    on conflict (team_id, date) do update
    set total_drafts_approved = coalesce(email_analytics.total_drafts_approved, 0) + excluded.total_drafts_approved;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger update_draft_analytics after insert on email_drafts
referencing new table as new_rows for each statement execute function public.update_draft_analytics();
--> statement-breakpoint
create trigger update_draft_analytics_on_update after update on email_drafts
referencing old table as old_rows new table as new_rows
for each statement execute function public.update_draft_analytics();
--> statement-breakpoint

-- Pages learn of changes: "<team id> <topic>", one a statement and team, never data
-- (NOTIFY ignores row-level security).
create or replace function public.notify_change() returns trigger
language plpgsql set search_path to 'public' as $$
begin
  perform pg_notify('countersign_changes', team_id || ' ' || tg_argv[0])
  from (select distinct team_id from changed_rows) t where team_id is not null;
  return null;
end $$;
--> statement-breakpoint
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[
    ['campaigns', 'campaigns'], ['campaign_contacts', 'campaigns'], ['campaign_pauses', 'campaigns'],
    ['email_drafts', 'review'], ['signatures', 'review'], ['scheduled_emails', 'sending'], ['deliveries', 'sending'],
    ['email_replies', 'replies'], ['mailbox_messages', 'replies'], ['upload_batches', 'uploads'],
    ['sender_accounts', 'mailboxes'], ['members', 'members'], ['team_stops', 'sending'], ['contacts', 'contacts'],
    ['contact_list_members', 'contacts'], ['suppressions', 'contacts'], ['test_copies', 'sending']]
  loop
    execute format('create trigger notify_insert after insert on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_update after update on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_delete after delete on %I referencing old table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
  end loop;
end $$;
--> statement-breakpoint

create or replace function public.notify_outbox() returns trigger
language plpgsql set search_path to 'public' as $$
begin
  perform pg_notify('countersign_outbox', '');
  return null;
end $$;
--> statement-breakpoint
create trigger notify_outbox after insert on outbox for each statement execute function public.notify_outbox();
--> statement-breakpoint

revoke execute on function public.create_campaign_settings(), public.handle_email_reply(),
  public.update_email_analytics(), public.update_draft_analytics() from public;
