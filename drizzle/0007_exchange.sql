ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_reason_known";--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble_code" text;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "trouble_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "addresses" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD COLUMN "sign_in_name" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "sent_graph_id" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "thread_lost_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'sender_corrected', 'field_missing', 'in_doubt', 'thread_closed', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'in_line'));--> statement-breakpoint
ALTER TABLE "sender_accounts" ADD CONSTRAINT "sender_accounts_trouble" CHECK ("sender_accounts"."trouble" in ('no_licence', 'full', 'unreadable', 'limited'));