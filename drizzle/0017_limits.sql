CREATE TABLE "domain_checks" (
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"domain" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"proofs" jsonb NOT NULL,
	"failing_since" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"accept_reason" text,
	CONSTRAINT "domain_checks_team_id_domain_pk" PRIMARY KEY("team_id","domain")
);
--> statement-breakpoint
CREATE TABLE "limit_lessons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"kind" text NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"used" integer NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "limit_lessons_kind" CHECK ("limit_lessons"."kind" in ('outside', 'mailbox day'))
);
--> statement-breakpoint
CREATE TABLE "mailbox_guards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"counted" integer NOT NULL,
	"of" integer NOT NULL,
	"allowed_percent" real NOT NULL,
	"began_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "mailbox_guards_kind" CHECK ("mailbox_guards"."kind" in ('dead addresses', 'opt-outs'))
);
--> statement-breakpoint
CREATE TABLE "suppression_file_entries" (
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"place" integer DEFAULT 0 NOT NULL,
	"email_norm" text,
	"domain" text,
	"wildcard" text,
	"reason" text,
	"note" text,
	"refused" text,
	CONSTRAINT "suppression_file_entries_file_id_line_place_pk" PRIMARY KEY("file_id","line","place"),
	CONSTRAINT "suppression_file_entries_one" CHECK (num_nonnulls(email_norm, domain, wildcard, refused) = 1)
);
--> statement-breakpoint
CREATE TABLE "suppression_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" text DEFAULT 'reading' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"lines" integer DEFAULT 0 NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "suppression_files_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "suppression_files_state" CHECK ("suppression_files"."state" in ('reading', 'shown', 'taking', 'taken', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_reason_known";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "mailbox_messages" DROP CONSTRAINT "mailbox_messages_kind";--> statement-breakpoint
ALTER TABLE "suppressions" ALTER COLUMN "email_norm" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_addresses" ADD COLUMN "domain" text GENERATED ALWAYS AS (substring(address_norm from '[^@]*$')) STORED;--> statement-breakpoint
ALTER TABLE "contact_addresses" ADD COLUMN "hashed_in" uuid;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "domain" text;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "wildcard" text;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "address_hash" text;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "key_id" text;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "like_pattern" text GENERATED ALWAYS AS (replace(replace(replace(replace(wildcard, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')) STORED;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "is_outside" boolean;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "licences" integer;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "budget_reserve_percent" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "guard_dead_percent" real DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "guard_opt_out_percent" real DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "limit_lessons" ADD CONSTRAINT "limit_lessons_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_guards" ADD CONSTRAINT "mailbox_guards_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression_file_entries" ADD CONSTRAINT "suppression_file_entries_team_id_file_id_suppression_files_team_id_id_fk" FOREIGN KEY ("team_id","file_id") REFERENCES "public"."suppression_files"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "limit_lessons_recent" ON "limit_lessons" USING btree ("team_id","kind","at");--> statement-breakpoint
CREATE UNIQUE INDEX "mailbox_guards_open" ON "mailbox_guards" USING btree ("team_id","sender_account_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "mailbox_guards_recent" ON "mailbox_guards" USING btree ("team_id","sender_account_id","began_at");--> statement-breakpoint
CREATE INDEX "suppression_files_recent" ON "suppression_files" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "contact_addresses_domain" ON "contact_addresses" USING btree ("team_id","domain");--> statement-breakpoint
CREATE INDEX "contact_addresses_hashed" ON "contact_addresses" USING btree ("team_id","hashed_in") WHERE hashed_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_domain" ON "suppressions" USING btree ("team_id","domain") WHERE lifted_at is null and domain is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_wildcard" ON "suppressions" USING btree ("team_id","wildcard") WHERE lifted_at is null and wildcard is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_hash" ON "suppressions" USING btree ("team_id","key_id","address_hash") WHERE lifted_at is null and address_hash is not null;--> statement-breakpoint
CREATE INDEX "suppressions_recent" ON "suppressions" USING btree ("team_id","created_at","id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "suppressions_file" ON "suppressions" USING btree ("team_id","file_id") WHERE file_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_outside" ON "deliveries" USING btree ("team_id","submitted_at") WHERE is_outside;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_team_id" UNIQUE("team_id","id");--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'mailbox_guarded', 'domain_unproven', 'sender_corrected', 'changed_in_outlook', 'left_otherwise', 'elsewhere', 'field_missing', 'in_doubt', 'thread_closed', 'bounced_often', 'out_of_office', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'mailbox_day_used', 'team_budget_used', 'in_line'));--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_one" CHECK (num_nonnulls(email_norm, domain, wildcard, address_hash) = 1);--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_keyed" CHECK ((address_hash is null) = (key_id is null));--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_lifted" CHECK ((lifted_at is null) = (lift_reason is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'edited a contact', 'suppressed', 'suppressed an entry', 'suppressed by a file', 'lifted a suppression', 'took back a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'paused a mailbox by its guard', 'let a guarded mailbox go on', 'learned a limit', 'let an unproven domain send', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'moved here'));--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_kind" CHECK ("mailbox_messages"."kind" in ('reply', 'meeting', 'bounce', 'soft_bounce', 'automatic', 'complaint', 'unsubscribe'));--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_licences" CHECK ("teams"."licences" between 1 and 1000000);--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_reserve" CHECK ("teams"."budget_reserve_percent" between 0 and 90);--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_guard_dead" CHECK ("teams"."guard_dead_percent" between 0.5 and 5);--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_guard_opt_out" CHECK ("teams"."guard_opt_out_percent" between 0.2 and 2);--> statement-breakpoint
select app_private.protect_team_table(t::regclass) from unnest(array['suppression_files', 'suppression_file_entries', 'limit_lessons',
  'domain_checks', 'mailbox_guards']) t;--> statement-breakpoint
revoke delete on suppression_files from countersign_app;--> statement-breakpoint
revoke update on suppression_file_entries from countersign_app;--> statement-breakpoint
revoke update, delete on limit_lessons from countersign_app;--> statement-breakpoint
revoke delete on domain_checks from countersign_app;--> statement-breakpoint
revoke update, delete on mailbox_guards from countersign_app;--> statement-breakpoint
grant update (ended_at, ended_by) on mailbox_guards to countersign_app;--> statement-breakpoint
grant update (licences, budget_reserve_percent, guard_dead_percent, guard_opt_out_percent) on teams to countersign_app;--> statement-breakpoint
-- Mails of the last day count against the team's budget from the first moment.
update deliveries d set is_outside = true from campaign_contacts c
  where c.id = d.campaign_contact_id and d.submitted_at > now() - interval '25 hours'
    and not exists (select 1 from sender_accounts m cross join unnest(m.addresses || m.email_norm) a
      where m.team_id = d.team_id and substring(a from '[^@]*$') = substring(lower(c.recipient_email collate "und-x-icu") from '[^@]*$'));--> statement-breakpoint

-- The keys under which erased addresses are remembered. Only functions of the owner read them; the newest is used, the others are still known.
-- Leaving this table out of a dump (pg_dump --exclude-table-data) leaves the hashes in it without meaning.
create table app_private.suppression_keys (id text primary key, key bytea not null, created_at timestamptz not null default clock_timestamp());--> statement-breakpoint
create function app_private.add_suppression_key(key_id text) returns void language sql as $$
  insert into app_private.suppression_keys (id, key) values (key_id, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
$$;--> statement-breakpoint
revoke execute on function app_private.add_suppression_key(text) from public;--> statement-breakpoint
select app_private.add_suppression_key('k1');--> statement-breakpoint
create function app_private.hash_address(team uuid, address text, key_id text) returns text
language sql stable security definer set search_path to pg_catalog, public, pg_temp as $$
  select encode(sha256(k.key || sha256(k.key || convert_to(team || ':' || address, 'UTF8'))), 'hex') from app_private.suppression_keys k where k.id = key_id
$$;--> statement-breakpoint

-- The open entry of a team's list that an address falls under. Each part is one look into an index, but for the wildcards, which are few.
-- with_dead: also where the address is only dead, which says nothing of a person's others.
create function app_private.suppression_of(team uuid, address text, with_dead boolean) returns uuid
language sql stable security definer set search_path to pg_catalog, public, pg_temp as $$
  select x.id from (
    select s.id from suppressions s where s.team_id = team and s.lifted_at is null and s.email_norm = address and (with_dead or s.reason <> 'bounced')
    union all
    select s.id from suppressions s where s.team_id = team and s.lifted_at is null and s.domain = substring(address from '[^@]*$')
    union all
    select s.id from suppressions s where s.team_id = team and s.lifted_at is null and s.wildcard is not null and address like s.like_pattern
    union all
    select s.id from app_private.suppression_keys k join suppressions s on s.key_id = k.id
      and s.address_hash = app_private.hash_address(team, address, k.id)
      where s.team_id = team and s.lifted_at is null and s.address_hash is not null and (with_dead or s.reason <> 'bounced')
        and exists (select 1 from suppressions h where h.team_id = team and h.lifted_at is null and h.address_hash is not null)
  ) x limit 1
$$;--> statement-breakpoint
-- Whether mail to an address may not leave: because of the address itself, or of the person's wish at any other address of theirs.
create function app_private.is_suppressed_in(team uuid, contact uuid, recipient text) returns boolean
language sql stable security definer set search_path to pg_catalog, public, pg_temp as $$
  select app_private.suppression_of(team, (lower(recipient collate "und-x-icu") collate "default"), true) is not null
    or exists (select 1 from contact_addresses a where a.team_id = team and a.contact_id = contact
      and app_private.suppression_of(team, a.address_norm, a.kind = 'primary') is not null)
$$;--> statement-breakpoint
-- The same in the team of the transaction: what the last check asks.
create function public.is_suppressed(contact uuid, recipient text) returns boolean
language sql stable security definer set search_path to pg_catalog, public, pg_temp as $$
  select app_private.is_suppressed_in(nullif(current_setting('app.team_id', true), '')::uuid, contact, recipient)
$$;--> statement-breakpoint
-- An intent is what a send follows, so nothing is sent to whom the list names, whatever the app believes.
create function public.refuse_suppressed() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from deliveries d join campaign_contacts c on c.id = d.campaign_contact_id
      where d.id = new.delivery_id and app_private.is_suppressed_in(d.team_id, d.contact_id, c.recipient_email)) then
    raise exception 'whoever this mail goes to is suppressed' using errcode = 'CS001';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger refuse_suppressed before insert on delivery_intents for each row execute function public.refuse_suppressed();--> statement-breakpoint

-- The list only grows. What the app's role writes is dated and signed here; an entry keeps whom it names, its reason can only become graver,
-- and it ends once: by an administrator with a reason, or by whoever suppressed by hand within half a minute. The policy lifter_may, below, asks
-- who it is.
create function public.keep_suppressions() returns trigger
language plpgsql set search_path to pg_catalog, public, pg_temp as $$
declare
  me uuid := nullif(current_setting('app.member_id', true), '')::uuid;
  -- Without a place: the team's own reasons, of which none outranks another.
  graver text[] := array['asked in a reply', 'complained', 'unsubscribed'];
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
  if tg_op = 'INSERT' then
    if new.lifted_at is not null or new.lifted_by is not null or new.created_by <> me then
      raise exception 'an entry is added open, and in one''s own name' using errcode = '42501';
    end if;
    new.created_at := now();
    return new;
  end if;
  if old.lifted_at is not null then raise exception 'what was lifted stays as it is' using errcode = '42501'; end if;
  if new.reason <> old.reason and coalesce(array_position(graver, new.reason), 0) <= coalesce(array_position(graver, old.reason), 0) then
    raise exception 'a reason can only become graver' using errcode = '42501';
  end if;
  if new.lifted_at is null then return new; end if;
  if new.lifted_by is distinct from me or trim(coalesce(new.lift_reason, '')) = '' then
    raise exception 'lifting is an act in one''s own name, with a reason' using errcode = '42501';
  end if;
  if new.lift_reason = 'taken back' then
    if old.reason <> 'by hand' or old.file_id is not null or old.created_by is distinct from me or clock_timestamp() > old.created_at + interval '30 seconds' then
      raise exception 'taking back is for whoever suppressed, within half a minute' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger keep_suppressions before insert or update on suppressions for each row execute function public.keep_suppressions();--> statement-breakpoint
drop policy lifter_may on suppressions;--> statement-breakpoint
create policy lifter_may on suppressions as restrictive for update to countersign_app
  using (true) with check (lifted_at is null or (select app_private.person_is('administrator'))
    or (lift_reason = 'taken back' and created_by = nullif(current_setting('app.member_id', true), '')::uuid and (select app_private.person_is('member'))));--> statement-breakpoint

-- An address of a contact that the list knows only by its hash: found when it is written, so that no page has to hash.
create function public.find_hashed_addresses() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  update contact_addresses a set hashed_in = s.id
    from written n join suppressions s on s.team_id = n.team_id and s.lifted_at is null and s.address_hash is not null
    where a.id = n.id and s.address_hash = app_private.hash_address(n.team_id, n.address_norm, s.key_id) and a.hashed_in is distinct from s.id;
  return null;
end $$;--> statement-breakpoint
create trigger find_hashed_new after insert on contact_addresses referencing new table as written
  for each statement execute function public.find_hashed_addresses();--> statement-breakpoint
create function public.find_hashed_changed() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  if not exists (select from written n join before o on o.id = n.id where o.address_norm <> n.address_norm) then return null; end if;
  update contact_addresses a set hashed_in = (select s.id from suppressions s where s.team_id = n.team_id and s.lifted_at is null and s.address_hash is not null
      and s.address_hash = app_private.hash_address(n.team_id, n.address_norm, s.key_id) limit 1)
    from written n join before o on o.id = n.id where o.address_norm <> n.address_norm and a.id = n.id;
  return null;
end $$;--> statement-breakpoint
create trigger find_hashed_changed after update on contact_addresses referencing old table as before new table as written
  for each statement execute function public.find_hashed_changed();--> statement-breakpoint

-- Forgets an address and still never mails it: all rows that name it keep only its hash. For an administrator, in the team of the transaction.
create function public.forget_suppressed(address text) returns integer
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  team uuid := nullif(current_setting('app.team_id', true), '')::uuid;
  newest text := (select id from app_private.suppression_keys order by created_at desc, id desc limit 1);
  changed integer;
begin
  if not app_private.person_is('administrator') then raise exception 'only an administrator forgets' using errcode = '42501'; end if;
  update suppressions set email_norm = null, note = null, key_id = newest, address_hash = app_private.hash_address(team, address, newest)
    where team_id = team and email_norm = address;
  get diagnostics changed = row_count;
  update contact_addresses a set hashed_in = s.id from suppressions s
    where a.team_id = team and a.address_norm = address and s.team_id = team and s.lifted_at is null and s.key_id = newest
      and s.address_hash = app_private.hash_address(team, address, newest);
  return changed;
end $$;--> statement-breakpoint
revoke execute on function app_private.hash_address(uuid, text, text), app_private.suppression_of(uuid, text, boolean),
  app_private.is_suppressed_in(uuid, uuid, text), public.is_suppressed(uuid, text), public.forget_suppressed(text),
  public.refuse_suppressed(), public.keep_suppressions(), public.find_hashed_addresses(), public.find_hashed_changed() from public;--> statement-breakpoint
grant execute on function public.is_suppressed(uuid, text), public.forget_suppressed(text) to countersign_app;--> statement-breakpoint
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[['suppression_files', 'contacts'], ['domain_checks', 'mailboxes'], ['mailbox_guards', 'mailboxes'],
    ['limit_lessons', 'mailboxes']] loop
    execute format('create trigger notify_insert after insert on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_update after update on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_delete after delete on %I referencing old table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
  end loop;
end $$;
--> statement-breakpoint

-- The list is searched by how an entry begins, in an order that no locale changes.
create index suppressions_beginning on suppressions (team_id, email_norm collate "C", id) where lifted_at is null and email_norm is not null;
