-- What a reason to wait is read from, and changed since it was said (lib/sending/queue/explain-queues.ts).
CREATE TABLE "explain_due" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"campaign_contact_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "explained_as" text;--> statement-breakpoint
CREATE INDEX "explain_due_campaign" ON "explain_due" USING btree ("team_id","campaign_id","id");--> statement-breakpoint
select app_private.protect_team_table('explain_due');--> statement-breakpoint
grant usage on sequence explain_due_id_seq to countersign_app;--> statement-breakpoint
-- What was noted of campaigns that have ended goes at night.
select app_private.open_to_system('explain_due', 'select, delete');--> statement-breakpoint
-- Ending a campaign of many follows the click in parts: the sweep finds those in which somebody is still open.
grant select (team_id, campaign_id, status) on campaign_contacts to countersign_system;--> statement-breakpoint
-- Why an enrolment waits is read from these tables. Each change of what is read there is noted, whoever makes it, so that only what changed is looked at again.
create or replace function app_private.note_explain_due() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct team_id, campaign_id, campaign_contact_id from changed_rows where campaign_contact_id is not null;
  return null;
end $$;--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['email_drafts', 'scheduled_emails', 'deliveries'] loop
    execute format('create trigger explain_insert after insert on %I referencing new table as changed_rows
      for each statement execute function app_private.note_explain_due()', t);
    execute format('create trigger explain_delete after delete on %I referencing old table as changed_rows
      for each statement execute function app_private.note_explain_due()', t);
  end loop;
end $$;--> statement-breakpoint
create or replace function app_private.note_draft_changed() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.campaign_contact_id from new_rows n join old_rows o on o.id = n.id
  where n.campaign_contact_id is not null and (n.status, n.signed_from, n.missing_fields, n.edited_body is null, n.edited_subject is null)
    is distinct from (o.status, o.signed_from, o.missing_fields, o.edited_body is null, o.edited_subject is null);
  return null;
end $$;--> statement-breakpoint
create trigger explain_update after update on email_drafts referencing old table as old_rows new table as new_rows
  for each statement execute function app_private.note_draft_changed();--> statement-breakpoint
create or replace function app_private.note_slot_changed() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.campaign_contact_id from new_rows n join old_rows o on o.id = n.id
  where n.campaign_contact_id is not null and (n.status, n.scheduled_for) is distinct from (o.status, o.scheduled_for);
  return null;
end $$;--> statement-breakpoint
create trigger explain_update after update on scheduled_emails referencing old table as old_rows new table as new_rows
  for each statement execute function app_private.note_slot_changed();--> statement-breakpoint
create or replace function app_private.note_delivery_changed() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select n.team_id, n.campaign_id, n.campaign_contact_id from new_rows n join old_rows o on o.id = n.id
  where n.campaign_contact_id is not null
    and (n.state, n.next_look_at, n.thread_lost_at, n.read_back) is distinct from (o.state, o.next_look_at, o.thread_lost_at, o.read_back);
  return null;
end $$;--> statement-breakpoint
create trigger explain_update after update on deliveries referencing old table as old_rows new table as new_rows
  for each statement execute function app_private.note_delivery_changed();--> statement-breakpoint
create or replace function app_private.note_difference_changed() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct v.team_id, v.campaign_id, v.campaign_contact_id from changed_rows x join deliveries v on v.id = x.delivery_id
  where v.campaign_contact_id is not null;
  return null;
end $$;--> statement-breakpoint
create or replace function app_private.note_hold_changed() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  insert into explain_due (team_id, campaign_id, campaign_contact_id)
  select distinct c.team_id, c.campaign_id, c.id from changed_rows h join campaign_contacts c on c.id = h.campaign_contact_id;
  return null;
end $$;--> statement-breakpoint
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[['mail_differences', 'note_difference_changed'], ['contact_holds', 'note_hold_changed']] loop
    execute format('create trigger explain_insert after insert on %I referencing new table as changed_rows
      for each statement execute function app_private.%I()', pair[1], pair[2]);
    execute format('create trigger explain_update after update on %I referencing new table as changed_rows
      for each statement execute function app_private.%I()', pair[1], pair[2]);
    execute format('create trigger explain_delete after delete on %I referencing old table as changed_rows
      for each statement execute function app_private.%I()', pair[1], pair[2]);
  end loop;
end $$;--> statement-breakpoint
-- Somebody under way in two campaigns waits in the one that enrolled them later: where they begin or end in one, the other says another reason.
create or replace function app_private.note_enrolment_changed() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
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
end $$;--> statement-breakpoint
create trigger explain_update after update on campaign_contacts referencing old table as old_rows new table as new_rows
  for each statement execute function app_private.note_enrolment_changed();
