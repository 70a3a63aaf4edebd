-- What the app's role never does, it may not do: the ledger, what was sent, who signed and who did what are kept for ever.

create or replace function app_private.narrow(target regclass, rights text, columns text[] default null) returns void
language plpgsql as $$
begin
  execute format('revoke insert, update, delete on %s from countersign_app', target);
  if rights <> '' then execute format('grant %s on %s to countersign_app', rights, target); end if;
  if columns is not null then
    execute format('grant update (%s) on %s to countersign_app', (select string_agg(quote_ident(c), ', ') from unnest(columns) c), target);
  end if;
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  -- Written and changed, never deleted.
  foreach name in array array['upload_rows', 'contacts', 'contact_lists', 'sender_accounts', 'mailbox_syncs', 'campaign_contacts',
    'scheduled_emails', 'deliveries', 'test_copies'] loop
    perform app_private.narrow(name::regclass, 'insert, update');
  end loop;
  -- Written once.
  foreach name in array array['activities', 'campaign_launches', 'mailbox_messages', 'outbox'] loop
    perform app_private.narrow(name::regclass, 'insert');
  end loop;
end $$;
--> statement-breakpoint
select app_private.narrow('contact_list_members', 'insert, delete');
--> statement-breakpoint
-- Only the triggers count.
select app_private.narrow('email_analytics', '');
--> statement-breakpoint
-- People and sessions are made by a sign-in, which is the system's.
select app_private.narrow('members', '', array['role', 'status']);
--> statement-breakpoint
select app_private.narrow('sessions', '', array['ended_at', 'ended_by']);
--> statement-breakpoint
select app_private.narrow('teams', '', array['name', 'postal_address', 'timezone', 'join_policy', 'join_role']);
--> statement-breakpoint
-- Written once, and ended once: by whom, when and why.
select app_private.narrow('signatures', 'insert', array['voided_at', 'voided_by', 'void_cause']);
--> statement-breakpoint
select app_private.narrow('delivery_intents', 'insert', array['answered_at', 'answer']);
--> statement-breakpoint
select app_private.narrow('sent_emails', 'insert', array['status']);
--> statement-breakpoint
select app_private.narrow('email_replies', 'insert', array['seen_at', 'seen_by']);
--> statement-breakpoint
select app_private.narrow('team_stops', 'insert', array['lifted_at', 'lifted_by']);
--> statement-breakpoint
select app_private.narrow('campaign_pauses', 'insert', array['resumed_at', 'resumed_by']);
--> statement-breakpoint
select app_private.narrow('suppressions', 'insert', array['reason', 'campaign_contact_id', 'lifted_at', 'lifted_by', 'lift_reason']);
--> statement-breakpoint
-- The text as it was written stays; an edit stands beside it. Whose it is stays too.
select app_private.narrow('email_drafts', 'insert', array(
  select attname::text from pg_attribute where attrelid = 'email_drafts'::regclass and attnum > 0 and not attisdropped
    and attname not in ('id', 'team_id', 'contact_id', 'draft_type', 'subject', 'body', 'created_at', 'campaign_id',
                        'campaign_contact_id', 'sequence_id', 'sequence_step', 'sequence_version', 'written_by')));
--> statement-breakpoint
drop function app_private.narrow(regclass, text, text[]);
--> statement-breakpoint

-- Rights, where a mistake in the app would cost most. The list of rights is lib/auth/rights.ts; these are asked again here, of the
-- person the transaction names. What the product does by itself names nobody.
create function app_private.person_is(lowest text) returns boolean
language sql stable security definer set search_path to pg_catalog, public, pg_temp as $$
  select exists (
    select 1 from members
    where team_id = nullif(current_setting('app.team_id', true), '')::uuid
      and id = nullif(current_setting('app.member_id', true), '')::uuid
      and status = 'active' and (role = 'administrator' or (lowest = 'member' and role = 'member')))
$$;
--> statement-breakpoint
-- A person signs in their own name; the launch signs only where it was launched so, in the name of who launched.
create policy signer_may on signatures as restrictive for insert to countersign_app with check (
  case kind
    when 'person' then signed_by = nullif(current_setting('app.member_id', true), '')::uuid and (select app_private.person_is('member'))
    else exists (select 1 from email_drafts d join campaign_launches l on l.team_id = d.team_id and l.campaign_id = d.campaign_id
                 where d.id = draft_id and l.signs_templates and l.launched_by is not distinct from signed_by)
  end);
--> statement-breakpoint
create policy launcher_may on campaign_launches as restrictive for insert to countersign_app
  with check (launched_by = nullif(current_setting('app.member_id', true), '')::uuid and (select app_private.person_is('member')));
--> statement-breakpoint
create policy resumer_may on team_stops as restrictive for update to countersign_app
  using (true) with check ((select app_private.person_is('member')));
--> statement-breakpoint
create policy lifter_may on suppressions as restrictive for update to countersign_app
  using (true) with check (lifted_at is null or (select app_private.person_is('administrator')));
--> statement-breakpoint
create policy administrator_may on members as restrictive for update to countersign_app
  using (true) with check ((select app_private.person_is('administrator')));
--> statement-breakpoint
create policy administrator_may on teams as restrictive for update to countersign_app
  using (true) with check ((select app_private.person_is('administrator')));
--> statement-breakpoint
create policy administrator_may on mailbox_tokens as restrictive for insert to countersign_app
  with check ((select app_private.person_is('administrator')));
--> statement-breakpoint

-- Over all teams only what wakes, finds or counts a team's work: no address, no name, no text.
drop policy system_listed on upload_batches;
--> statement-breakpoint
revoke all on upload_batches, campaigns, campaign_contacts, sender_accounts from countersign_system;
--> statement-breakpoint
grant select (id, team_id, status) on campaigns to countersign_system;
--> statement-breakpoint
grant select (id, team_id, unsubscribe_token) on campaign_contacts to countersign_system;
--> statement-breakpoint
grant select (id, team_id, status, tid) on sender_accounts to countersign_system;
--> statement-breakpoint

-- What runs as the owner finds tables of the catalog and of public, never a temporary one that somebody put before them.
alter function public.create_campaign_settings() set search_path to public, pg_temp;
--> statement-breakpoint
alter function public.handle_email_reply() set search_path to public, pg_temp;
--> statement-breakpoint
alter function public.update_email_analytics() set search_path to public, pg_temp;
--> statement-breakpoint
alter function public.update_draft_analytics() set search_path to public, pg_temp;
--> statement-breakpoint
-- Before Postgres 15 everybody could make tables in public.
revoke create on schema public from public;
