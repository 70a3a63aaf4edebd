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
create function app_private.hash_address(team uuid, address text, key bytea) returns text
language sql immutable as $$
  select encode(sha256(key || sha256(key || convert_to(team || ':' || address, 'UTF8'))), 'hex')
$$;--> statement-breakpoint
-- As normalAddress of the app writes it, so that neither letter case nor blanks lead around the list.
create function public.normal_address(address text) returns text
language sql immutable as $$
  select lower(btrim(address, e' \t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
    collate "und-x-icu") collate "default"
$$;--> statement-breakpoint

-- The open entry that knows an address by its hash alone; a wish before a dead address. Each key that the team's entries name is asked, one step in
-- the index a key. A key that is not here (a dump without keys was restored) makes the entry unreadable: strict raises then, for whoever must know.
create function app_private.hashed_entry(team uuid, address text, strict boolean) returns uuid
language plpgsql stable security definer set search_path to pg_catalog, public, pg_temp set enable_sort to off as $$
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
end $$;--> statement-breakpoint
-- Whether mail to these addresses may not leave: because of an address itself, or of the person's wish at any other of theirs; that one of those is
-- dead says nothing. In plpgsql, which keeps its plans, and wildcards read once: this is asked before every mail. Each look is for the first in an
-- order that one index alone has, and nothing is sorted: whatever the statistics say (a list was restored, or is being loaded), it reads one row. Asked
-- for what is equal, the planner takes all of a team's rows for few, and reads them.
create function app_private.is_suppressed_in(team uuid, contact uuid, recipients text[]) returns boolean
language plpgsql stable security definer set search_path to pg_catalog, public, pg_temp set enable_sort to off as $$
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
end $$;--> statement-breakpoint
-- The same in the team of the transaction: what the last check asks.
create function public.is_suppressed(contact uuid, recipient text) returns boolean
language plpgsql stable security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  return app_private.is_suppressed_in(nullif(current_setting('app.team_id', true), '')::uuid, contact, array[recipient]);
end $$;--> statement-breakpoint
-- An intent is what a send follows, so nothing is sent to whom the list names, whatever the app believes: neither to whom the mail is addressed by
-- its contact's row nor to whom its signed request names. A list and its intents take turns: while an intent that was checked is not committed, no
-- entry is.
create function public.refuse_suppressed() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  mail record;
begin
  -- In a transaction that sees only what was there when it began, looking after the lock finds nothing new.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an intent is written where the newest entry is seen' using errcode = '25001';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('list:' || new.team_id, 0));
  select d.team_id, d.contact_id, array_remove(array[c.recipient_email, e.request #>> '{to,email}'], null) as recipients into mail
    from deliveries d join campaign_contacts c on c.id = d.campaign_contact_id left join email_drafts e on e.id = d.draft_id where d.id = new.delivery_id;
  if app_private.is_suppressed_in(mail.team_id, mail.contact_id, mail.recipients) then
    raise exception 'whoever this mail goes to is suppressed' using errcode = 'CS001';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger refuse_suppressed before insert on delivery_intents for each row execute function public.refuse_suppressed();--> statement-breakpoint
-- At the end of its transaction, when it waits for nothing else: earlier, the two could wait for each other.
create function public.let_intents_end() returns trigger
language plpgsql set search_path to pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('list:' || new.team_id, 0));
  return null;
end $$;--> statement-breakpoint
create constraint trigger let_intents_end after insert or update of reason on suppressions deferrable initially deferred
  for each row execute function public.let_intents_end();--> statement-breakpoint

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
end $$;--> statement-breakpoint
create trigger keep_suppressions before insert or update on suppressions for each row execute function public.keep_suppressions();--> statement-breakpoint
-- An erased address that is named again (its link is pressed once more, a file holds it) does not come back in plain: the entry that has its hash
-- goes on, with the graver reason.
create function public.stay_erased() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  ranks text[] := array['bounced', 'by hand', 'asked in a reply', 'complained', 'unsubscribed'];
  before uuid := app_private.hashed_entry(new.team_id, new.email_norm, false);
begin
  if before is null then return new; end if;
  update suppressions s set reason = new.reason, campaign_contact_id = new.campaign_contact_id
    where s.id = before and array_position(ranks, new.reason) > array_position(ranks, s.reason);
  return null;
end $$;--> statement-breakpoint
create trigger stay_erased before insert on suppressions for each row
  when (new.email_norm is not null and new.lifted_at is null) execute function public.stay_erased();--> statement-breakpoint
drop policy lifter_may on suppressions;--> statement-breakpoint
create policy lifter_may on suppressions as restrictive for update to countersign_app
  using (true) with check (lifted_at is null or (select app_private.person_is('administrator'))
    or (lift_reason = 'taken back' and created_by = nullif(current_setting('app.member_id', true), '')::uuid and (select app_private.person_is('member'))));--> statement-breakpoint

-- An address of a contact that the list knows only by its hash: found whenever it is written, so that no page has to hash. Nobody else sets it.
create function public.find_hashed() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  new.hashed_in := app_private.hashed_entry(new.team_id, new.address_norm, false);
  return new;
end $$;--> statement-breakpoint
create trigger find_hashed before insert or update of address_norm, hashed_in on contact_addresses
  for each row execute function public.find_hashed();--> statement-breakpoint
-- Whoever said no at one address is known by it also after theirs was corrected. That it is not theirs lets them be mailed at another, as lifting does:
-- an administrator says so. That an address is dead says nothing of the others.
create function public.keep_named() returns trigger
language plpgsql set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint
create trigger keep_named before delete or update of address_norm, contact_id on contact_addresses
  for each row when (not app_private.person_is('administrator')) execute function public.keep_named();--> statement-breakpoint
-- Once lifted, an address may still be known under another key.
create function public.find_hashed_again() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  update contact_addresses a set hashed_in = null where a.team_id = new.team_id and a.hashed_in = new.id;
  return null;
end $$;--> statement-breakpoint
create trigger find_hashed_again after update of lifted_at on suppressions for each row
  when (new.address_hash is not null and new.lifted_at is not null) execute function public.find_hashed_again();--> statement-breakpoint

create index suppressions_ended on suppressions (team_id, email_norm) where lifted_at is not null;--> statement-breakpoint
-- Forgets an address and still never mails it: all rows of the list that name it keep only its hash. Where it was erased before and named again since,
-- the older entry goes on, with the graver reason. For an administrator, in the team of the transaction.
create function public.forget_suppressed(address text) returns integer
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint

create index contact_addresses_other on contact_addresses (team_id, address_norm) where kind <> 'primary';--> statement-breakpoint
create index contact_addresses_head on contact_addresses (team_id, address_norm text_pattern_ops);--> statement-breakpoint
create index contact_addresses_tail on contact_addresses (team_id, reverse(address_norm) text_pattern_ops);--> statement-breakpoint
-- Everybody of the team of the transaction whom the list names: each way a look into an index, from the shorter side. What stands before a wildcard's
-- first star or behind its last is looked up, instead of trying each on each address. A function of the owner, because a policy would keep such
-- a condition out of the index; with these settings, because the planner else reads a long list whole to find a few.
create function public.suppressed_contacts() returns setof uuid
language sql stable security definer set search_path to pg_catalog, public, pg_temp
set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off set random_page_cost to 1.1 as $$
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
$$;--> statement-breakpoint
revoke execute on function app_private.hash_address(uuid, text, bytea), app_private.hashed_entry(uuid, text, boolean),
  app_private.is_suppressed_in(uuid, uuid, text[]), public.is_suppressed(uuid, text), public.forget_suppressed(text), public.suppressed_contacts(),
  public.refuse_suppressed(), public.let_intents_end(), public.keep_suppressions(), public.find_hashed(), public.find_hashed_again(), public.keep_named(),
  public.stay_erased() from public;--> statement-breakpoint
grant execute on function public.is_suppressed(uuid, text), public.forget_suppressed(text), public.suppressed_contacts() to countersign_app;--> statement-breakpoint
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
