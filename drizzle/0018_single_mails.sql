CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"template_id" uuid,
	"subject" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"leave" text DEFAULT 'now' NOT NULL,
	"leave_day" date,
	"leave_time" time,
	"leave_zone" text DEFAULT 'sender' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by" uuid,
	"discarded_at" timestamp with time zone,
	"discarded_by" uuid,
	CONSTRAINT "letters_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "letters_leave" CHECK ("letters"."leave" in ('now', 'at', 'good')),
	CONSTRAINT "letters_leave_zone" CHECK ("letters"."leave_zone" in ('sender', 'reader')),
	CONSTRAINT "letters_leave_at" CHECK ("letters"."leave" <> 'at' or ("letters"."leave_day" is not null and "letters"."leave_time" is not null))
);
--> statement-breakpoint
CREATE TABLE "single_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"letter_id" uuid,
	"draft_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"recipient_email" text NOT NULL,
	"unsubscribe_token" text DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') NOT NULL,
	"thread_delivery_id" uuid,
	"new_thread" boolean DEFAULT false NOT NULL,
	"is_plain" boolean DEFAULT false NOT NULL,
	"leave" text,
	"leave_zone" text,
	"leave_at" timestamp with time zone,
	"run_id" text,
	"admission" integer DEFAULT 0 NOT NULL,
	"admitted_at" timestamp with time zone,
	"wait_reason" text,
	"next_at" timestamp with time zone,
	"ended_reason" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "single_mails_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "single_mails_draft" UNIQUE("team_id","draft_id"),
	CONSTRAINT "single_mails_token" UNIQUE("unsubscribe_token"),
	CONSTRAINT "single_mails_leave" CHECK ("single_mails"."leave" in ('now', 'at', 'good')),
	CONSTRAINT "single_mails_reason_known" CHECK ("single_mails"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'mailbox_guarded', 'domain_unproven', 'sender_corrected', 'changed_in_outlook', 'left_otherwise', 'elsewhere', 'field_missing', 'in_doubt', 'thread_closed', 'bounced_often', 'out_of_office', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'mailbox_day_used', 'team_budget_used', 'in_line')),
	CONSTRAINT "single_mails_ended_known" CHECK ("single_mails"."ended_reason" in ('sent', 'cancelled', 'rejected', 'discarded', 'suppressed', 'could not be sent'))
);
--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "campaign_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "campaign_contact_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "sequence_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD COLUMN "moved_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD COLUMN "moved_by" uuid;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "single_mail_id" uuid;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "hours_start" time DEFAULT '09:00:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "hours_end" time DEFAULT '17:00:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "hours_days" text[] DEFAULT '{monday,tuesday,wednesday,thursday,friday}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "hand_footer" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_team_id_written_by_members_team_id_id_fk" FOREIGN KEY ("team_id","written_by") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_team_id_letter_id_letters_team_id_id_fk" FOREIGN KEY ("team_id","letter_id") REFERENCES "public"."letters"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_team_id_draft_id_email_drafts_team_id_id_fk" FOREIGN KEY ("team_id","draft_id") REFERENCES "public"."email_drafts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_mails" ADD CONSTRAINT "single_mails_team_id_thread_delivery_id_deliveries_team_id_id_fk" FOREIGN KEY ("team_id","thread_delivery_id") REFERENCES "public"."deliveries"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_recent" ON "letters" USING btree ("team_id","written_by","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "single_mails_letter" ON "single_mails" USING btree ("team_id","letter_id","contact_id") WHERE letter_id is not null;--> statement-breakpoint
CREATE INDEX "single_mails_contact" ON "single_mails" USING btree ("team_id","contact_id");--> statement-breakpoint
CREATE INDEX "single_mails_open" ON "single_mails" USING btree ("team_id","leave_at") WHERE ended_reason is null;--> statement-breakpoint
CREATE INDEX "scheduled_emails_cancelled" ON "scheduled_emails" USING btree ("team_id","cancelled_at") WHERE cancelled_at is not null;--> statement-breakpoint
ALTER TABLE "email_drafts" ADD CONSTRAINT "email_drafts_place" CHECK (num_nulls("email_drafts"."campaign_id", "email_drafts"."campaign_contact_id", "email_drafts"."sequence_id") in (0, 3));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'edited a contact', 'suppressed', 'suppressed an entry', 'suppressed by a file', 'lifted a suppression', 'took back a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'paused a mailbox by its guard', 'let a guarded mailbox go on', 'learned a limit', 'let an unproven domain send', 'sent a mail now', 'moved a mail', 'cancelled a mail', 'took a cancelling back', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'moved here'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_place" CHECK (num_nulls("deliveries"."campaign_id", "deliveries"."campaign_contact_id", "deliveries"."sequence_id") in (0, 3));--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_place" CHECK (num_nulls("scheduled_emails"."campaign_id", "scheduled_emails"."campaign_contact_id") in (0, 2));--> statement-breakpoint
select app_private.protect_team_table(t::regclass) from unnest(array['letters', 'single_mails']) t;--> statement-breakpoint
-- One letter has one writer, and a mail stays whose it is. What was never signed may be taken off a letter again, with its draft.
revoke update, delete on letters, single_mails from countersign_app;--> statement-breakpoint
grant update (sender_account_id, template_id, subject, body, version, leave, leave_day, leave_time, leave_zone, updated_at, signed_at, signed_by,
  discarded_at, discarded_by) on letters to countersign_app;--> statement-breakpoint
grant update (recipient_email, thread_delivery_id, new_thread, is_plain, leave, leave_zone, leave_at, run_id, admission, admitted_at, wait_reason, next_at,
  ended_reason, ended_at, ended_by) on single_mails to countersign_app;--> statement-breakpoint
grant delete on single_mails, email_drafts to countersign_app;--> statement-breakpoint
grant update (hours_start, hours_end, hours_days, hand_footer) on teams to countersign_app;--> statement-breakpoint
grant update (single_mail_id) on suppressions to countersign_app;--> statement-breakpoint
grant update (subject, body, draft_type, written_by) on email_drafts to countersign_app;--> statement-breakpoint
-- Who may not write may not write here either. What the product does by itself names nobody.
create policy writer_may on letters as restrictive for insert to countersign_app
  with check (written_by = nullif(current_setting('app.member_id', true), '')::uuid and (select app_private.person_is('member')));--> statement-breakpoint
create policy changer_may on letters as restrictive for update to countersign_app
  using (true) with check ((select app_private.person_is('member')));--> statement-breakpoint
create policy writer_may on single_mails as restrictive for insert to countersign_app
  with check (nullif(current_setting('app.member_id', true), '') is null or (select app_private.person_is('member')));--> statement-breakpoint
create policy changer_may on single_mails as restrictive for update to countersign_app
  using (true) with check (nullif(current_setting('app.member_id', true), '') is null or (select app_private.person_is('member')));--> statement-breakpoint
-- Taken off a letter only by who may write, and never where it was ever signed.
create policy taker_may on single_mails as restrictive for delete to countersign_app using ((select app_private.person_is('member'))
  and not exists (select 1 from signatures s where s.team_id = single_mails.team_id and s.draft_id = single_mails.draft_id));--> statement-breakpoint
create policy taker_may on email_drafts as restrictive for delete to countersign_app using ((select app_private.person_is('member')));--> statement-breakpoint
-- Over all teams: whose link it is, and which teams have a mail that is to leave.
create policy system_listed on single_mails to countersign_system using (true) with check (true);--> statement-breakpoint
grant select (id, team_id, unsubscribe_token, leave_at, ended_reason) on single_mails to countersign_system;--> statement-breakpoint

-- The text of a campaign's draft stays as it was written; an edit stands beside it. What is written by hand changes as one types, until it is signed,
-- and only what never was signed is ever taken away. The database's owner moves and restores.
create function public.keep_written() returns trigger
language plpgsql set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint
create trigger keep_written before update of subject, body, draft_type, written_by on email_drafts for each row
  when (new.subject is distinct from old.subject or new.body is distinct from old.body or new.draft_type is distinct from old.draft_type
    or new.written_by is distinct from old.written_by) execute function public.keep_written();--> statement-breakpoint
create trigger keep_drafts before delete on email_drafts for each row execute function public.keep_written();--> statement-breakpoint
-- What was signed may be in the ledger: where it goes, and in which thread, stays as long as the signature does.
create function public.keep_signed_place() returns trigger
language plpgsql set search_path to pg_catalog, public, pg_temp as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
  if exists (select 1 from signatures s where s.team_id = new.team_id and s.draft_id = new.draft_id and s.voided_at is null) then
    raise exception 'where a signed mail goes stays' using errcode = 'CS004';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger keep_signed_place before update of recipient_email, thread_delivery_id, is_plain on single_mails for each row
  when (new.recipient_email is distinct from old.recipient_email or new.thread_delivery_id is distinct from old.thread_delivery_id
    or new.is_plain is distinct from old.is_plain) execute function public.keep_signed_place();--> statement-breakpoint

-- A mail by hand has a draft of no campaign, to the same person: it takes no other mail over.
create function public.keep_single() returns trigger
language plpgsql set search_path to pg_catalog, public, pg_temp as $$
begin
  -- A row of another team is the policy's to refuse.
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
    or new.team_id is distinct from nullif(current_setting('app.team_id', true), '')::uuid then return new; end if;
  if not exists (select 1 from email_drafts d where d.team_id = new.team_id and d.id = new.draft_id and d.campaign_id is null
      and d.contact_id = new.contact_id) then
    raise exception 'a mail by hand has a draft of no campaign, to the same person' using errcode = 'CS004';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger keep_single before insert on single_mails for each row execute function public.keep_single();--> statement-breakpoint

-- As before, and for a mail without a campaign by its own row.
create or replace function public.refuse_suppressed() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
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
end $$;--> statement-breakpoint
revoke execute on function public.keep_written(), public.keep_signed_place(), public.keep_single() from public;--> statement-breakpoint
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[['letters', 'review'], ['single_mails', 'sending']] loop
    execute format('create trigger notify_insert after insert on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_update after update on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_delete after delete on %I referencing old table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
  end loop;
end $$;
