CREATE TABLE "contact_addresses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"address" text NOT NULL,
	"address_norm" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "contact_addresses_once" UNIQUE("team_id","address_norm"),
	CONSTRAINT "contact_addresses_kind" CHECK ("contact_addresses"."kind" in ('primary', 'former', 'answers from'))
);
--> statement-breakpoint
CREATE TABLE "contact_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"back_day" date,
	"due_before" timestamp with time zone,
	"message_id" uuid,
	"made_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"ended" text,
	CONSTRAINT "contact_holds_kind" CHECK ("contact_holds"."kind" in ('out of office', 'bounced often')),
	CONSTRAINT "contact_holds_ended" CHECK ("contact_holds"."ended" in ('changed', 'released', 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "ignored_senders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"email_norm" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "ignored_senders_once" UNIQUE("team_id","email_norm")
);
--> statement-breakpoint
CREATE TABLE "graph_subscriptions" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"folder" text NOT NULL,
	"client_state_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"renewed_at" timestamp with time zone,
	CONSTRAINT "graph_subscriptions_one" UNIQUE("team_id","sender_account_id","folder")
);
--> statement-breakpoint
CREATE TABLE "mailbox_tests" (
	"sender_account_id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"tested_at" timestamp with time zone NOT NULL,
	"results" jsonb NOT NULL,
	"self_mail_at" timestamp with time zone,
	"self_mail" text
);
--> statement-breakpoint
CREATE TABLE "mailbox_watches" (
	"sender_account_id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"look_began_at" timestamp with time zone,
	"lag_ms" integer,
	"reconciled_at" timestamp with time zone,
	"differences" integer DEFAULT 0 NOT NULL,
	"notifications" integer DEFAULT 0 NOT NULL,
	"notified_at" timestamp with time zone,
	"notifications_missed" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_reason_known";--> statement-breakpoint
ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_ended_known";--> statement-breakpoint
ALTER TABLE "suppressions" DROP CONSTRAINT "suppressions_reason";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "mailbox_messages" DROP CONSTRAINT "mailbox_messages_kind";--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD COLUMN "folder" text DEFAULT 'inbox' NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_syncs" DROP CONSTRAINT "mailbox_syncs_pkey";--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD CONSTRAINT "mailbox_syncs_sender_account_id_folder_pk" PRIMARY KEY("sender_account_id","folder");--> statement-breakpoint
ALTER TABLE "campaign_pauses" ADD COLUMN "because" text;--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD COLUMN "away_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD COLUMN "reply_stops" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "conversation_id" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "blames" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "failed_address" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "says" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "wish" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "wish_sentence" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "wish_by" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "away_back" date;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "away_sentence" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "away_words" text;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "guesses" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "is_old" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "placed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "placed_by" uuid;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD COLUMN "hidden_by" uuid;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_team_id" UNIQUE("team_id","id");--> statement-breakpoint
ALTER TABLE "contact_addresses" ADD CONSTRAINT "contact_addresses_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_holds" ADD CONSTRAINT "contact_holds_team_id_campaign_contact_id_campaign_contacts_team_id_id_fk" FOREIGN KEY ("team_id","campaign_contact_id") REFERENCES "public"."campaign_contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_holds" ADD CONSTRAINT "contact_holds_team_id_message_id_mailbox_messages_team_id_id_fk" FOREIGN KEY ("team_id","message_id") REFERENCES "public"."mailbox_messages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "graph_subscriptions" ADD CONSTRAINT "graph_subscriptions_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_tests" ADD CONSTRAINT "mailbox_tests_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_watches" ADD CONSTRAINT "mailbox_watches_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_addresses_primary" ON "contact_addresses" USING btree ("team_id","contact_id") WHERE kind = 'primary';--> statement-breakpoint
CREATE INDEX "contact_addresses_contact" ON "contact_addresses" USING btree ("team_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_holds_open" ON "contact_holds" USING btree ("team_id","campaign_contact_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "contact_holds_contact" ON "contact_holds" USING btree ("team_id","campaign_contact_id","began_at");--> statement-breakpoint
CREATE INDEX "graph_subscriptions_due" ON "graph_subscriptions" USING btree ("team_id","expires_at");--> statement-breakpoint
CREATE INDEX "mailbox_messages_recent" ON "mailbox_messages" USING btree ("team_id","sender_account_id","received_at");--> statement-breakpoint
CREATE INDEX "mailbox_messages_unplaced" ON "mailbox_messages" USING btree ("team_id","sender_account_id","received_at") WHERE contact_id is null and hidden_at is null;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'sender_corrected', 'changed_in_outlook', 'left_otherwise', 'elsewhere', 'field_missing', 'in_doubt', 'thread_closed', 'bounced_often', 'out_of_office', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'in_line'));--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_ended_known" CHECK ("campaign_contacts"."ended_reason" in ('got every mail', 'replied', 'bounced', 'unsubscribed', 'rejected', 'stopped by hand', 'could not be sent', 'campaign ended', 'suppressed', 'company answered', 'complained', 'asked not to be mailed', 'left the company'));--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD CONSTRAINT "campaign_settings_away" CHECK ("campaign_settings"."away_days" between 1 and 90);--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD CONSTRAINT "campaign_settings_reply_stops" CHECK ("campaign_settings"."reply_stops" in ('person', 'company'));--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_reason" CHECK ("suppressions"."reason" in ('unsubscribed', 'bounced', 'by hand', 'asked in a reply', 'complained'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'edited a contact', 'suppressed', 'lifted a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'moved here'));--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_blames" CHECK ("mailbox_messages"."blames" in ('address', 'for now', 'ours', 'policy', 'forwarder', 'delayed'));--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_wish" CHECK ("mailbox_messages"."wish" in ('remove', 'wrong person', 'later', 'left'));--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_kind" CHECK ("mailbox_messages"."kind" in ('reply', 'meeting', 'bounce', 'soft_bounce', 'automatic', 'complaint'));--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD CONSTRAINT "mailbox_syncs_folder" CHECK ("mailbox_syncs"."folder" in ('inbox', 'junkemail', 'everywhere'));--> statement-breakpoint
insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source, created_at)
  select team_id, id, email, email_norm, 'primary', 'contact', created_at from contacts;--> statement-breakpoint
select app_private.protect_team_table(t::regclass) from unnest(array['contact_addresses', 'contact_holds', 'ignored_senders',
  'graph_subscriptions', 'mailbox_tests', 'mailbox_watches']) t;--> statement-breakpoint
revoke update, delete on contact_holds from countersign_app;--> statement-breakpoint
grant update (ended_at, ended_by, ended) on contact_holds to countersign_app;--> statement-breakpoint
revoke update on ignored_senders from countersign_app;--> statement-breakpoint
revoke delete on mailbox_tests, mailbox_watches from countersign_app;--> statement-breakpoint
-- What came stays as it came; whose it is, what it is and what it asks for may be said anew.
grant update (kind, matched_by, campaign_contact_id, contact_id, wish, wish_sentence, wish_by, guesses, placed_at, placed_by,
  hidden_at, hidden_by) on mailbox_messages to countersign_app;--> statement-breakpoint
-- Who said that an automatic answer was a person's may take that back.
grant delete on email_replies to countersign_app;--> statement-breakpoint
select app_private.open_to_system('graph_subscriptions', 'select');--> statement-breakpoint
-- Mail goes to a contact's own address, and whoever looks for a person looks at all of theirs. A trigger, so that no way in forgets one.
create or replace function public.keep_new_addresses() returns trigger
language plpgsql set search_path to 'public' as $$
begin
  insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
    select team_id, id, email, email_norm, 'primary', 'contact' from added;
  return null;
end $$;--> statement-breakpoint
create trigger keep_new_addresses after insert on contacts referencing new table as added
  for each statement execute function public.keep_new_addresses();--> statement-breakpoint
create or replace function public.keep_changed_addresses() returns trigger
language plpgsql set search_path to 'public' as $$
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
end $$;--> statement-breakpoint
create trigger keep_changed_addresses after update on contacts referencing old table as before new table as after
  for each statement execute function public.keep_changed_addresses();--> statement-breakpoint
revoke execute on function public.keep_new_addresses(), public.keep_changed_addresses() from public;--> statement-breakpoint
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[['contact_addresses', 'contacts'], ['contact_holds', 'campaigns'], ['mailbox_tests', 'mailboxes']] loop
    execute format('create trigger notify_insert after insert on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_update after update on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_delete after delete on %I referencing old table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
  end loop;
end $$;
