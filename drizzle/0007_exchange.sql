CREATE TABLE "mailbox_set_asides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"graph_id" text NOT NULL,
	"code" text NOT NULL,
	"tries" integer NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"next_try_at" timestamp with time zone,
	"given_up_at" timestamp with time zone,
	CONSTRAINT "mailbox_set_asides_one" UNIQUE("team_id","sender_account_id","graph_id")
);
--> statement-breakpoint
ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_reason_known";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD COLUMN "done" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD COLUMN "page_size" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD COLUMN "failing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble_code" text;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "addresses" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "sign_in_name" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "sent_graph_id" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "thread_lost_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailbox_set_asides" ADD CONSTRAINT "mailbox_set_asides_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'sender_corrected', 'field_missing', 'in_doubt', 'thread_closed', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'in_line'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'stopped a contact', 'edited a contact', 'suppressed', 'lifted a suppression', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'moved here'));--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD CONSTRAINT "sender_accounts_trouble" CHECK ("sender_accounts"."trouble" in ('no_licence', 'full', 'unreadable', 'limited'));--> statement-breakpoint
select app_private.protect_team_table('mailbox_set_asides');
