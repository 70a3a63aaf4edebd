CREATE TABLE "removals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"kind" text NOT NULL,
	"removed_id" uuid NOT NULL,
	"rows" jsonb NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "removals_kind" CHECK ("removals"."kind" in ('campaign', 'step', 'template', 'list', 'people of a list'))
);
--> statement-breakpoint
CREATE TABLE "member_settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"timezone" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_settings_once" UNIQUE("team_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "zone_told" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "idle_days" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_team_id_removed_by_members_team_id_id_fk" FOREIGN KEY ("team_id","removed_by") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_settings" ADD CONSTRAINT "member_settings_team_id_member_id_members_team_id_id_fk" FOREIGN KEY ("team_id","member_id") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "removals_old" ON "removals" USING btree ("team_id","removed_at");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'took a stop back', 'edited a contact', 'suppressed', 'suppressed an entry', 'suppressed by a file', 'lifted a suppression', 'took back a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'paused a mailbox by its guard', 'let a guarded mailbox go on', 'learned a limit', 'let an unproven domain send', 'sent a mail now', 'moved a mail', 'cancelled a mail', 'took a cancelling back', 'labelled a thread', 'let a campaign go on', 'added who was named', 'assigned a thread', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'mapped a time zone', 'moved here'));--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_idle_days" CHECK ("teams"."idle_days" between 1 and 30);--> statement-breakpoint
select app_private.protect_team_table(t::regclass) from unnest(array['removals', 'member_settings']) t;--> statement-breakpoint
-- What was removed is kept as it was and goes when it is taken back or old; nobody rewrites it.
revoke update on removals from countersign_app;--> statement-breakpoint
revoke update, delete on member_settings from countersign_app;--> statement-breakpoint
grant update (timezone, updated_at) on member_settings to countersign_app;--> statement-breakpoint
grant update (zone_told, idle_days) on teams to countersign_app;--> statement-breakpoint
-- What somebody chose for herself is hers; a removal is done by a member in her own name.
create policy own_settings on member_settings as restrictive for insert to countersign_app
  with check (member_id = nullif(current_setting('app.member_id', true), '')::uuid);--> statement-breakpoint
create policy own_settings_change on member_settings as restrictive for update to countersign_app
  using (true) with check (member_id = nullif(current_setting('app.member_id', true), '')::uuid);--> statement-breakpoint
create policy remover_may on removals as restrictive for insert to countersign_app
  with check (removed_by = nullif(current_setting('app.member_id', true), '')::uuid and (select app_private.person_is('member')));--> statement-breakpoint
-- Each request asks who somebody is and on which clock she reads; old removals of all teams are tidied.
select app_private.open_to_system('member_settings', 'select');--> statement-breakpoint
create policy system_listed on removals to countersign_system using (true) with check (true);--> statement-breakpoint
grant select (id, team_id, removed_at), delete on removals to countersign_system;--> statement-breakpoint
-- Archiving and restoring are taken back as one; the archived are listed by when.
ALTER TABLE "contacts" ADD COLUMN "archive_act" uuid;--> statement-breakpoint
CREATE INDEX "contacts_archived" ON "contacts" USING btree ("team_id","archived_at","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "contacts_archive_act" ON "contacts" USING btree ("team_id","archive_act") WHERE archive_act is not null;--> statement-breakpoint
-- Of fields that several people write at once: who changed each last. Pages where a campaign is set up learn of each other's changes.
ALTER TABLE "campaign_sequences" ADD COLUMN "edits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD COLUMN "edits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "edits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
create trigger notify_insert after insert on campaign_sequences referencing new table as changed_rows
  for each statement execute function public.notify_change('campaigns');--> statement-breakpoint
create trigger notify_update after update on campaign_sequences referencing new table as changed_rows
  for each statement execute function public.notify_change('campaigns');--> statement-breakpoint
create trigger notify_delete after delete on campaign_sequences referencing old table as changed_rows
  for each statement execute function public.notify_change('campaigns');--> statement-breakpoint
create trigger notify_update after update on campaign_settings referencing new table as changed_rows
  for each statement execute function public.notify_change('campaigns');--> statement-breakpoint
-- A zone is one that Postgres knows by its name, as the engine does (lib/schedule/is-time-zone.ts). Asked for itself alone: reading pg_timezone_names
-- takes 14 ms. A name with digits in it Postgres would read as a rule of its own ("Foo/Bar5" is five hours west).
create function app_private.known_zone(zone text) returns boolean language plpgsql stable set search_path to pg_catalog as $$
begin
  if zone !~ '^(UTC|Etc/GMT(0|[+]([0-9]|1[0-2])|-([0-9]|1[0-4]))|[A-Z][A-Za-z]+(/[A-Za-z_-]+)+)$' then return false; end if;
  perform now() at time zone zone;
  return true;
exception when invalid_parameter_value then return false;
end $$;--> statement-breakpoint
create function public.keep_zone() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  zone text := to_jsonb(new) ->> tg_argv[0];
begin
  -- What a running campaign was launched with stays as it is, whatever else of its row changes.
  if tg_op = 'UPDATE' and zone is not distinct from (to_jsonb(old) ->> tg_argv[0]) then return new; end if;
  if not app_private.known_zone(zone) then
    raise exception '"%" is not a time zone that Postgres knows by name; take one such as Europe/Berlin', zone using errcode = '23514';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger keep_zone before insert or update of timezone on teams for each row execute function public.keep_zone('timezone');--> statement-breakpoint
create trigger keep_zone before insert or update of timezone on member_settings for each row
  when (new.timezone is not null) execute function public.keep_zone('timezone');--> statement-breakpoint
create trigger keep_zone before insert or update of timezone on campaign_settings for each row execute function public.keep_zone('timezone');--> statement-breakpoint
create trigger keep_zone before insert or update of time_zone on contacts for each row
  when (new.time_zone is not null) execute function public.keep_zone('time_zone');--> statement-breakpoint
create trigger keep_zone before insert or update of leave_zone on single_mails for each row
  when (new.leave_zone is not null) execute function public.keep_zone('leave_zone');--> statement-breakpoint
-- The zone that a text meant to the engine which took it: itself, its city, or, for an offset, the fixed zone (POSIX counts the other way
-- round) or a city that keeps it. What nobody knows is UTC.
create function app_private.map_zone(zone text) returns text language sql stable set search_path to pg_catalog as $$
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
$$;--> statement-breakpoint
-- Zones of before that are not named so: in teams, in campaigns that were not launched, and in contacts. What was launched keeps what it was launched with.
with mapped as (
  update teams t set timezone = app_private.map_zone(t.timezone) from teams was
  where was.id = t.id and not app_private.known_zone(was.timezone) returning t.id, was.timezone as before, t.timezone as now)
insert into activities (team_id, at, verb, detail)
select id, now(), 'mapped a time zone', jsonb_build_object('where', 'the team', 'from', before, 'to', now) from mapped;--> statement-breakpoint
with mapped as (
  update campaign_settings g set timezone = app_private.map_zone(g.timezone) from campaign_settings was, campaigns c
  where was.id = g.id and c.team_id = g.team_id and c.id = g.campaign_id and c.status = 'draft' and not app_private.known_zone(was.timezone)
  returning g.team_id, g.campaign_id, was.timezone as before, g.timezone as now)
insert into activities (team_id, at, verb, campaign_id, detail)
select team_id, now(), 'mapped a time zone', campaign_id, jsonb_build_object('where', 'a campaign', 'from', before, 'to', now) from mapped;--> statement-breakpoint
-- A file may bring one zone to a hundred thousand people, and what nobody knows is looked for in pg_timezone_names: once each.
with zones as materialized (
  select zone, app_private.map_zone(zone) as meant from (select distinct time_zone as zone from contacts where time_zone is not null) every
  where not app_private.known_zone(zone)),
mapped as (
  update contacts p set time_zone = z.meant from contacts was join zones z on z.zone = was.time_zone
  where was.id = p.id
  returning p.team_id, p.id, was.time_zone as before, p.time_zone as now)
insert into activities (team_id, at, verb, contact_id, detail)
select team_id, now(), 'mapped a time zone', id, jsonb_build_object('where', 'a contact', 'from', before, 'to', now) from mapped;--> statement-breakpoint
-- Who knocks, how often: all processes count here. Whoever knocks stands here as a hash only, and what is over goes with the next newcomers.
create table app_private.knocks (kind text not null, who bytea not null, began_at timestamptz not null, ends_at timestamptz not null,
  count integer not null, primary key (kind, who));--> statement-breakpoint
create index knocks_over on app_private.knocks (ends_at);--> statement-breakpoint
-- @returns the seconds to wait; 0 where this one may pass. A window begins with the first knock after the last one ended.
create function app_private.knock(kind text, who text, most integer, window_seconds integer, at timestamptz) returns integer
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint
revoke execute on function app_private.knock(text, text, integer, integer, timestamptz) from public;--> statement-breakpoint
-- Whatever else lies in this schema is the owner's: policies and triggers reach it by themselves.
grant usage on schema app_private to countersign_app, countersign_system;--> statement-breakpoint
grant execute on function app_private.knock(text, text, integer, integer, timestamptz) to countersign_app, countersign_system;--> statement-breakpoint
-- What became of an act, for the browser that lost its answer: a person's own, never rewritten once it is known.
CREATE TABLE "acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text,
	"refusal" jsonb,
	CONSTRAINT "acts_outcome" CHECK ("acts"."outcome" in ('done', 'refused', 'given up')),
	CONSTRAINT "acts_refusal" CHECK (("acts"."outcome" is not distinct from 'refused') = ("acts"."refusal" is not null))
);--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_team_id_member_id_members_team_id_id_fk" FOREIGN KEY ("team_id","member_id") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acts_old" ON "acts" USING btree ("team_id","at");--> statement-breakpoint
select app_private.protect_team_table('acts'::regclass);--> statement-breakpoint
revoke update on acts from countersign_app;--> statement-breakpoint
grant update (outcome, refusal) on acts to countersign_app;--> statement-breakpoint
create policy own_act on acts as restrictive for insert to countersign_app
  with check (member_id = nullif(current_setting('app.member_id', true), '')::uuid);--> statement-breakpoint
create policy own_act_ends on acts as restrictive for update to countersign_app
  using (member_id = nullif(current_setting('app.member_id', true), '')::uuid and outcome is null) with check (true);
