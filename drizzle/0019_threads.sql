CREATE TABLE "notice_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"member_id" uuid,
	"when_told" text DEFAULT 'never' NOT NULL,
	"way" text DEFAULT 'mail' NOT NULL,
	"about" text DEFAULT 'all' NOT NULL,
	"digest_at" time DEFAULT '08:30' NOT NULL,
	"sender_account_id" uuid,
	"key_id" text,
	"nonce" "bytea",
	"ciphertext" "bytea",
	"tag" "bytea",
	"webhook_host" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_targets_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "notice_targets_once" UNIQUE NULLS NOT DISTINCT("team_id","member_id"),
	CONSTRAINT "notice_targets_when" CHECK ("notice_targets"."when_told" in ('never', 'at once', 'digest')),
	CONSTRAINT "notice_targets_way" CHECK ("notice_targets"."way" in ('mail', 'teams')),
	CONSTRAINT "notice_targets_about" CHECK ("notice_targets"."about" in ('all', 'mine'))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_once" UNIQUE("team_id","target_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "kept_letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"key_id" text NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"tag" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_letters_once" UNIQUE("team_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "reply_threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"unread" boolean DEFAULT true NOT NULL,
	"last_message_id" uuid NOT NULL,
	"last_in_at" timestamp with time zone NOT NULL,
	"last_out_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"assigned_to" uuid,
	"assigned_by" uuid,
	"assigned_at" timestamp with time zone,
	"snoozed_until" timestamp with time zone,
	"snoozed_by" uuid,
	"label" text,
	"label_by" text,
	"labelled_by" uuid,
	"labelled_at" timestamp with time zone,
	"later_on" date,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_threads_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "reply_threads_once" UNIQUE("team_id","contact_id","sender_account_id"),
	CONSTRAINT "reply_threads_state" CHECK ("reply_threads"."state" in ('open', 'waiting', 'snoozed', 'done')),
	CONSTRAINT "reply_threads_label" CHECK ("reply_threads"."label" in ('interested', 'later', 'not interested', 'wrong person')),
	CONSTRAINT "reply_threads_label_by" CHECK ("reply_threads"."label_by" in ('person', 'words', 'model')),
	CONSTRAINT "reply_threads_snoozed_until" CHECK (("reply_threads"."state" = 'snoozed') = ("reply_threads"."snoozed_until" is not null))
);
--> statement-breakpoint
CREATE TABLE "thread_presences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"typed_at" timestamp with time zone,
	CONSTRAINT "thread_presences_once" UNIQUE("team_id","thread_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_reason_known";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "single_mails" DROP CONSTRAINT "single_mails_reason_known";--> statement-breakpoint
ALTER TABLE "contact_holds" DROP CONSTRAINT "contact_holds_kind";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "thread_id" uuid;--> statement-breakpoint
ALTER TABLE "single_mails" ADD COLUMN "answers_message_id" uuid;--> statement-breakpoint
ALTER TABLE "single_mails" ADD COLUMN "quoted" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "stopped" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "keep_letters" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_targets" ADD CONSTRAINT "notice_targets_team_id_member_id_members_team_id_id_fk" FOREIGN KEY ("team_id","member_id") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_targets" ADD CONSTRAINT "notice_targets_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_team_id_target_id_notice_targets_team_id_id_fk" FOREIGN KEY ("team_id","target_id") REFERENCES "public"."notice_targets"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_team_id_message_id_mailbox_messages_team_id_id_fk" FOREIGN KEY ("team_id","message_id") REFERENCES "public"."mailbox_messages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_letters" ADD CONSTRAINT "kept_letters_team_id_message_id_mailbox_messages_team_id_id_fk" FOREIGN KEY ("team_id","message_id") REFERENCES "public"."mailbox_messages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_threads" ADD CONSTRAINT "reply_threads_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_threads" ADD CONSTRAINT "reply_threads_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_threads" ADD CONSTRAINT "reply_threads_team_id_last_message_id_mailbox_messages_team_id_id_fk" FOREIGN KEY ("team_id","last_message_id") REFERENCES "public"."mailbox_messages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_threads" ADD CONSTRAINT "reply_threads_team_id_assigned_to_members_team_id_id_fk" FOREIGN KEY ("team_id","assigned_to") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_presences" ADD CONSTRAINT "thread_presences_team_id_thread_id_reply_threads_team_id_id_fk" FOREIGN KEY ("team_id","thread_id") REFERENCES "public"."reply_threads"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_presences" ADD CONSTRAINT "thread_presences_team_id_member_id_members_team_id_id_fk" FOREIGN KEY ("team_id","member_id") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("team_id","due_at") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "reply_threads_list" ON "reply_threads" USING btree ("team_id","state","unread","last_in_at","id");--> statement-breakpoint
CREATE INDEX "reply_threads_mailbox" ON "reply_threads" USING btree ("team_id","sender_account_id","state","unread","last_in_at","id");--> statement-breakpoint
CREATE INDEX "reply_threads_mine" ON "reply_threads" USING btree ("team_id","assigned_to","state","unread","last_in_at","id") WHERE assigned_to is not null;--> statement-breakpoint
CREATE INDEX "reply_threads_snoozed" ON "reply_threads" USING btree ("team_id","snoozed_until") WHERE state = 'snoozed';--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_team_id_thread_id_reply_threads_team_id_id_fk" FOREIGN KEY ("team_id","thread_id") REFERENCES "public"."reply_threads"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_team_id_answers_message_id_mailbox_messages_team_id_id_fk" FOREIGN KEY ("team_id","answers_message_id") REFERENCES "public"."mailbox_messages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_thread" ON "letters" USING btree ("team_id","thread_id") WHERE thread_id is not null;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'mailbox_guarded', 'domain_unproven', 'sender_corrected', 'changed_in_outlook', 'left_otherwise', 'elsewhere', 'field_missing', 'in_doubt', 'thread_closed', 'bounced_often', 'out_of_office', 'asked_later', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'mailbox_day_used', 'team_budget_used', 'in_line'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'edited a contact', 'suppressed', 'suppressed an entry', 'suppressed by a file', 'lifted a suppression', 'took back a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'paused a mailbox by its guard', 'let a guarded mailbox go on', 'learned a limit', 'let an unproven domain send', 'sent a mail now', 'moved a mail', 'cancelled a mail', 'took a cancelling back', 'labelled a thread', 'let a campaign go on', 'added who was named', 'assigned a thread', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'moved here'));--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_thread" CHECK ("single_mails"."thread_delivery_id" is null or "single_mails"."answers_message_id" is null);--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_reason_known" CHECK ("single_mails"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'mailbox_guarded', 'domain_unproven', 'sender_corrected', 'changed_in_outlook', 'left_otherwise', 'elsewhere', 'field_missing', 'in_doubt', 'thread_closed', 'bounced_often', 'out_of_office', 'asked_later', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'mailbox_day_used', 'team_budget_used', 'in_line'));--> statement-breakpoint
ALTER TABLE "contact_holds" ADD CONSTRAINT "contact_holds_kind" CHECK ("contact_holds"."kind" in ('out of office', 'bounced often', 'asked for later'));--> statement-breakpoint
select app_private.protect_team_table(t::regclass)
from unnest(array['reply_threads', 'thread_presences', 'kept_letters', 'notice_targets', 'notices']) t;--> statement-breakpoint
-- A thread stays whose it is and is never taken away; who looks at one comes and goes; a kept letter is kept as it came, or not at all.
revoke update, delete on reply_threads, kept_letters, notice_targets, notices from countersign_app;--> statement-breakpoint
grant update (state, unread, last_message_id, last_in_at, last_out_at, version, assigned_to, assigned_by, assigned_at, snoozed_until, snoozed_by, label,
  label_by, labelled_by, labelled_at, later_on, done_at, done_by) on reply_threads to countersign_app;--> statement-breakpoint
grant delete on kept_letters to countersign_app;--> statement-breakpoint
grant update (when_told, way, about, digest_at, sender_account_id, key_id, nonce, ciphertext, tag, webhook_host, updated_at) on notice_targets to countersign_app;--> statement-breakpoint
grant update (due_at, told_at, tries, failure) on notices to countersign_app;--> statement-breakpoint
grant update (answers_message_id, quoted) on single_mails to countersign_app;--> statement-breakpoint
grant update (stopped, graph_id) on mailbox_messages to countersign_app;--> statement-breakpoint
grant update (keep_letters) on teams to countersign_app;--> statement-breakpoint
-- What the product does by itself names nobody. A person is there, and is told, in their own name; the team's channel is an administrator's.
create policy changer_may on reply_threads as restrictive for update to countersign_app
  using (true) with check (nullif(current_setting('app.member_id', true), '') is null or (select app_private.person_is('member')));--> statement-breakpoint
create policy own_presence on thread_presences as restrictive for insert to countersign_app
  with check (member_id = nullif(current_setting('app.member_id', true), '')::uuid);--> statement-breakpoint
create policy own_target on notice_targets as restrictive for insert to countersign_app
  with check (member_id = nullif(current_setting('app.member_id', true), '')::uuid or (member_id is null and (select app_private.person_is('administrator'))));--> statement-breakpoint
create policy own_target_changes on notice_targets as restrictive for update to countersign_app
  using (true) with check (nullif(current_setting('app.member_id', true), '') is null or member_id = nullif(current_setting('app.member_id', true), '')::uuid
    or (member_id is null and (select app_private.person_is('administrator'))));--> statement-breakpoint
-- Over all teams: which have a thread to wake, or news to tell.
create policy system_listed on reply_threads to countersign_system using (true) with check (true);--> statement-breakpoint
grant select (id, team_id, state, snoozed_until) on reply_threads to countersign_system;--> statement-breakpoint
create policy system_listed on notices to countersign_system using (true) with check (true);--> statement-breakpoint
grant select (id, team_id, due_at, told_at) on notices to countersign_system;--> statement-breakpoint

-- As before; what a mail answers stays, too, as long as its signature does.
create trigger keep_signed_answer before update of answers_message_id, quoted on single_mails for each row
  when (new.answers_message_id is distinct from old.answers_message_id or new.quoted is distinct from old.quoted)
  execute function public.keep_signed_place();--> statement-breakpoint

-- As before, but an answer to what somebody wrote is no follow-up.
create or replace function public.update_email_analytics() returns trigger
language plpgsql security definer set search_path to public, pg_temp as $$
begin
  insert into email_analytics (team_id, date, total_emails_sent, total_followups_sent)
  select n.team_id, (n.sent_at at time zone t.timezone)::date, count(*),
         count(*) filter (where n.draft_type <> 'first_outreach'
           and not exists (select 1 from single_mails h where h.team_id = n.team_id and h.draft_id = n.draft_id and h.answers_message_id is not null))
  from new_rows n join teams t on t.id = n.team_id group by 1, 2 order by 1, 2
  on conflict (team_id, date) do update
  set total_emails_sent = coalesce(email_analytics.total_emails_sent, 0) + excluded.total_emails_sent,
      total_followups_sent = coalesce(email_analytics.total_followups_sent, 0) + excluded.total_followups_sent;
  return null;
end $$;--> statement-breakpoint

-- A thread waits for them from the signature on an answer on. Whatever undoes that answer before it has left opens the thread again, whoever did it.
-- What was signed before we had what they wrote last, and was on its way by then, answers nothing of that: Exchange may have had it for a minute.
create function public.noted_at(team uuid, contact uuid, mailbox uuid) returns timestamptz
language sql stable set search_path to pg_catalog, public, pg_temp as $$
  select max(greatest(m.received_at, m.created_at, m.placed_at)) from mailbox_messages m
  where m.team_id = team and m.contact_id = contact and m.sender_account_id = mailbox and m.kind in ('reply', 'meeting') and not m.is_old
$$;--> statement-breakpoint
create function public.signed_before(team uuid, draft uuid, noted timestamptz) returns boolean
language sql stable set search_path to pg_catalog, public, pg_temp as $$
  select exists (select 1 from signatures g where g.team_id = team and g.draft_id = draft and g.voided_at is null and g.signed_at < noted)
$$;--> statement-breakpoint
create function public.is_answered(thread uuid) returns boolean
language sql stable set search_path to pg_catalog, public, pg_temp as $$
  select exists (select 1 from letters l join single_mails h on h.team_id = l.team_id and h.letter_id = l.id
      join signatures g on g.team_id = h.team_id and g.draft_id = h.draft_id and g.voided_at is null
    where l.team_id = t.team_id and l.thread_id = t.id and (h.ended_reason is null or h.ended_reason = 'sent')
      and g.signed_at >= greatest(t.last_in_at, n.at))
    or exists (select 1 from sent_emails s
    where s.team_id = t.team_id and s.contact_id = t.contact_id and s.sender_account_id = t.sender_account_id and s.campaign_id is null
      and s.sent_at > t.last_in_at and not public.signed_before(s.team_id, s.draft_id, greatest(t.last_in_at, n.at)))
  from reply_threads t cross join lateral (select public.noted_at(t.team_id, t.contact_id, t.sender_account_id) as at) n where t.id = thread
$$;--> statement-breakpoint
create function public.judge_thread(thread uuid) returns void
language sql security definer set search_path to pg_catalog, public, pg_temp as $$
  update reply_threads t set state = 'open' where t.id = thread and t.state = 'waiting' and not public.is_answered(t.id)
$$;--> statement-breakpoint
create function public.follow_answer() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint
create trigger follow_answer after insert on signatures for each row when (new.voided_at is null) execute function public.follow_answer();--> statement-breakpoint
create trigger follow_answer_undone after update of voided_at on signatures for each row
  when (old.voided_at is null and new.voided_at is not null) execute function public.follow_answer();--> statement-breakpoint
create trigger follow_answer_ended after update of ended_reason on single_mails for each row
  when (new.letter_id is not null and new.ended_reason is distinct from old.ended_reason and new.ended_reason <> 'sent')
  execute function public.follow_answer();--> statement-breakpoint
-- Our newest mail in each thread; one by hand, from wherever it was written, leaves nothing to do there.
create function public.follow_sent() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint
create trigger follow_sent after insert on sent_emails referencing new table as new_rows for each statement execute function public.follow_sent();--> statement-breakpoint
revoke execute on function public.noted_at(uuid, uuid, uuid), public.signed_before(uuid, uuid, timestamptz), public.is_answered(uuid),
  public.judge_thread(uuid), public.follow_answer(), public.follow_sent() from public;--> statement-breakpoint
grant execute on function public.noted_at(uuid, uuid, uuid), public.signed_before(uuid, uuid, timestamptz), public.is_answered(uuid) to countersign_app;--> statement-breakpoint

-- What was answered before this: an answer that nobody has opened is to do, everything else is settled.
insert into reply_threads (team_id, sender_account_id, contact_id, state, unread, last_message_id, last_in_at, last_out_at, label, label_by, labelled_by, created_at)
select n.team_id, n.sender_account_id, n.contact_id, case when q.open then 'open' else 'done' end, q.open, n.id, n.received_at,
  (select max(s.sent_at) from sent_emails s where s.team_id = n.team_id and s.contact_id = n.contact_id and s.sender_account_id = n.sender_account_id),
  case n.wish when 'later' then 'later' when 'wrong person' then 'wrong person' end,
  case when n.wish in ('later', 'wrong person') then n.wish_by end, null, n.created_at
from (select distinct on (team_id, contact_id, sender_account_id) * from mailbox_messages
      where contact_id is not null and kind in ('reply', 'meeting', 'automatic')
      order by team_id, contact_id, sender_account_id, kind = 'automatic', received_at desc, id) n
  join contacts p on p.team_id = n.team_id and p.id = n.contact_id
  cross join lateral (select exists (select 1 from email_replies r where r.team_id = n.team_id and r.contact_id = n.contact_id
    and r.sender_account_id = n.sender_account_id and r.seen_at is null) as open) q;--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['reply_threads'] loop
    execute format('create trigger notify_insert after insert on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', t, 'replies');
    execute format('create trigger notify_update after update on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', t, 'replies');
  end loop;
end $$;
