CREATE TYPE "public"."draft_type" AS ENUM('first_outreach', 'second_followup', 'final_followup');--> statement-breakpoint
CREATE TYPE "public"."email_status" AS ENUM('draft', 'approved', 'sent', 'failed', 'scheduled');--> statement-breakpoint
CREATE TABLE "campaign_contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"current_sequence_step" integer DEFAULT 0 NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone,
	"replied_at" timestamp with time zone,
	"last_email_sent_at" timestamp with time zone,
	"sender_account_id" uuid NOT NULL,
	"recipient_email" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"ended_reason" text,
	"wait_reason" text,
	"next_at" timestamp with time zone,
	"run_id" text,
	"admission" integer DEFAULT 0 NOT NULL,
	"admitted_at" timestamp with time zone,
	"unsubscribe_token" text DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') NOT NULL,
	"bounced_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	"stopped_by" uuid,
	CONSTRAINT "campaign_contacts_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "campaign_contacts_once" UNIQUE("team_id","campaign_id","contact_id"),
	CONSTRAINT "campaign_contacts_token" UNIQUE("unsubscribe_token"),
	CONSTRAINT "campaign_contacts_status_known" CHECK ("campaign_contacts"."status" in ('pending', 'in_progress', 'completed', 'replied', 'bounced', 'unsubscribed')),
	CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('being_written', 'model_silent', 'needs_signature', 'in_line', 'daily_limit', 'window_closed', 'delay', 'paused', 'mailbox_signed_out', 'field_missing', 'in_doubt')),
	CONSTRAINT "campaign_contacts_ended_known" CHECK ("campaign_contacts"."ended_reason" in ('got every mail', 'replied', 'bounced', 'unsubscribed', 'rejected', 'stopped by hand', 'could not be sent', 'campaign ended', 'suppressed'))
);
--> statement-breakpoint
CREATE TABLE "campaign_launches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"launched_by" uuid,
	"launched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signs_templates" boolean NOT NULL,
	"templates_hash" text,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "campaign_launches_one" UNIQUE("team_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_pauses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"paused_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paused_by" uuid,
	"resumed_at" timestamp with time zone,
	"resumed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "campaign_sequences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"sequence_order" integer NOT NULL,
	"name" text NOT NULL,
	"subject_template" text NOT NULL,
	"body_template" text NOT NULL,
	"delay_days" integer DEFAULT 0 NOT NULL,
	"delay_hours" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delay_minutes" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_by" text DEFAULT 'template' NOT NULL,
	"template_id" uuid,
	CONSTRAINT "campaign_sequences_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "campaign_sequences_order" UNIQUE("team_id","campaign_id","sequence_order"),
	CONSTRAINT "campaign_sequences_written_by" CHECK ("campaign_sequences"."written_by" in ('template', 'model')),
	CONSTRAINT "campaign_sequences_delay" CHECK ("campaign_sequences"."delay_days" between 0 and 365 and "campaign_sequences"."delay_hours" between 0 and 8760 and "campaign_sequences"."delay_minutes" between 0 and 525600)
);
--> statement-breakpoint
CREATE TABLE "campaign_settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"send_window_start" time DEFAULT '09:00:00' NOT NULL,
	"send_window_end" time DEFAULT '18:00:00' NOT NULL,
	"send_days" text[] DEFAULT array['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] NOT NULL,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"daily_limit" integer DEFAULT 50 NOT NULL,
	"delay_between_emails_seconds" integer DEFAULT 120 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_settings_one" UNIQUE("team_id","campaign_id"),
	CONSTRAINT "campaign_settings_limit" CHECK ("campaign_settings"."daily_limit" between 1 and 10000),
	CONSTRAINT "campaign_settings_spacing" CHECK ("campaign_settings"."delay_between_emails_seconds" between 0 and 86400),
	CONSTRAINT "campaign_settings_days" CHECK ("campaign_settings"."send_days" <@ array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] and cardinality("campaign_settings"."send_days") > 0)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"list_id" uuid,
	"sender_account_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"review_mode" text DEFAULT 'each' NOT NULL,
	"launched_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"completed_by" uuid,
	CONSTRAINT "campaigns_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "campaigns_status" CHECK ("campaigns"."status" in ('draft', 'active', 'paused', 'completed')),
	CONSTRAINT "campaigns_review_mode" CHECK ("campaigns"."review_mode" in ('each', 'launch'))
);
--> statement-breakpoint
CREATE TABLE "contact_list_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_list_members_once" UNIQUE("team_id","list_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "contact_lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_lists_team_id" UNIQUE("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"upload_batch_id" uuid NOT NULL,
	"raw_data" jsonb NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"company" text,
	"enriched_data" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"email_norm" text NOT NULL,
	"first_name" text,
	"last_name" text,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "contacts_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "contacts_email" UNIQUE("team_id","email_norm")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"email_norm" text NOT NULL,
	"reason" text NOT NULL,
	"campaign_contact_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	"lift_reason" text,
	CONSTRAINT "suppressions_reason" CHECK ("suppressions"."reason" in ('unsubscribed', 'bounced', 'by hand'))
);
--> statement-breakpoint
CREATE TABLE "upload_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"file_name" text NOT NULL,
	"column_mapping" jsonb,
	"total_contacts" integer DEFAULT 0,
	"processed_contacts" integer DEFAULT 0,
	"status" text DEFAULT 'pending',
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"headers" text[],
	"delimiter" text,
	"encoding" text,
	"bytes" integer,
	"known_policy" text DEFAULT 'fill' NOT NULL,
	"list_id" uuid,
	"created_count" integer DEFAULT 0 NOT NULL,
	"updated_count" integer DEFAULT 0 NOT NULL,
	"unchanged_count" integer DEFAULT 0 NOT NULL,
	"refused_count" integer DEFAULT 0 NOT NULL,
	"error" text,
	"by_hand" text,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "upload_batches_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "upload_batches_status" CHECK ("upload_batches"."status" in ('pending', 'processing', 'completed', 'failed')),
	CONSTRAINT "upload_batches_policy" CHECK ("upload_batches"."known_policy" in ('fill', 'overwrite', 'leave'))
);
--> statement-breakpoint
CREATE TABLE "upload_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"upload_batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"state" text DEFAULT 'staged' NOT NULL,
	"reason" text,
	"contact_id" uuid,
	CONSTRAINT "upload_rows_line" UNIQUE("team_id","upload_batch_id","line"),
	CONSTRAINT "upload_rows_states" CHECK ("upload_rows"."state" in ('staged', 'created', 'updated', 'unchanged', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "email_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"draft_type" "draft_type" NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"edited_subject" text,
	"edited_body" text,
	"status" "email_status" DEFAULT 'draft',
	"approved_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"campaign_id" uuid,
	"campaign_contact_id" uuid,
	"sequence_id" uuid,
	"sequence_step" integer,
	"sequence_version" integer,
	"sender_account_id" uuid,
	"first_approved_at" timestamp with time zone,
	"written_by" text DEFAULT 'template' NOT NULL,
	"missing_fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"request" jsonb,
	"request_hash" text,
	"rejected_at" timestamp with time zone,
	"rejected_by" uuid,
	"reject_reason" text,
	"failure" text,
	"edited_by" uuid,
	"edited_at" timestamp with time zone,
	CONSTRAINT "email_drafts_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "email_drafts_once" UNIQUE("team_id","campaign_contact_id","sequence_id"),
	CONSTRAINT "email_drafts_written_by" CHECK ("email_drafts"."written_by" in ('template', 'model'))
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"kind" text NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_by" uuid,
	"void_cause" text,
	CONSTRAINT "signatures_kind" CHECK ("signatures"."kind" in ('person', 'launch'))
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"member_id" uuid,
	"verb" text NOT NULL,
	"campaign_id" uuid,
	"contact_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"name" text NOT NULL,
	"event_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "outbox_event" UNIQUE("team_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "email_replies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sent_email_id" uuid,
	"campaign_id" uuid,
	"contact_id" uuid NOT NULL,
	"message_id" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject" text,
	"snippet" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sender_account_id" uuid,
	"from_email" text,
	"seen_at" timestamp with time zone,
	"seen_by" uuid,
	CONSTRAINT "email_replies_once" UNIQUE("team_id","sender_account_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "mailbox_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"internet_message_id" text NOT NULL,
	"graph_id" text,
	"kind" text NOT NULL,
	"matched_by" text,
	"campaign_contact_id" uuid,
	"contact_id" uuid,
	"from_email" text,
	"subject" text,
	"snippet" text,
	"status_code" text,
	"received_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailbox_messages_once" UNIQUE("team_id","sender_account_id","internet_message_id"),
	CONSTRAINT "mailbox_messages_kind" CHECK ("mailbox_messages"."kind" in ('reply', 'bounce', 'soft_bounce', 'automatic', 'unmatched'))
);
--> statement-breakpoint
CREATE TABLE "mailbox_leases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "mailbox_leases_one" UNIQUE("team_id","sender_account_id","purpose"),
	CONSTRAINT "mailbox_leases_purpose" CHECK ("mailbox_leases"."purpose" in ('send', 'read', 'token'))
);
--> statement-breakpoint
CREATE TABLE "mailbox_syncs" (
	"sender_account_id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"delta_link" text,
	"last_polled_at" timestamp with time zone,
	"last_message_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "mailbox_tokens" (
	"sender_account_id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"key_id" text NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"tag" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sender_accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"email" text NOT NULL,
	"display_name" text,
	"is_active" boolean DEFAULT true,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"email_norm" text NOT NULL,
	"tid" text,
	"oid" text,
	"connected_by" uuid,
	"connected_at" timestamp with time zone,
	"status" text DEFAULT 'connected' NOT NULL,
	"status_reason" text,
	"status_since" timestamp with time zone DEFAULT now() NOT NULL,
	"signature_html" text DEFAULT '' NOT NULL,
	CONSTRAINT "sender_accounts_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "sender_accounts_email" UNIQUE("team_id","email_norm"),
	CONSTRAINT "sender_accounts_status" CHECK ("sender_accounts"."status" in ('connected', 'signed_out', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"campaign_contact_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"send_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"graph_id" text,
	"internet_message_id" text,
	"conversation_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"drafted_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"looks" integer DEFAULT 0 NOT NULL,
	"next_look_at" timestamp with time zone,
	"resends" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"error" text,
	CONSTRAINT "deliveries_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "deliveries_draft" UNIQUE("team_id","draft_id"),
	CONSTRAINT "deliveries_step" UNIQUE("team_id","campaign_contact_id","sequence_id"),
	CONSTRAINT "deliveries_send_key" UNIQUE("send_key"),
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued', 'drafting', 'drafted', 'submitting', 'accepted', 'confirmed', 'reconciling', 'review', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "delivery_intents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" integer,
	CONSTRAINT "delivery_intents_attempt" UNIQUE("team_id","delivery_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "email_analytics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"date" date DEFAULT CURRENT_DATE NOT NULL,
	"total_drafts_created" integer DEFAULT 0,
	"total_drafts_approved" integer DEFAULT 0,
	"total_emails_sent" integer DEFAULT 0,
	"total_followups_sent" integer DEFAULT 0,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "email_analytics_day" UNIQUE("team_id","date")
);
--> statement-breakpoint
CREATE TABLE "scheduled_emails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"scheduled_for" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'pending',
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"campaign_id" uuid,
	"campaign_contact_id" uuid,
	"cancel_reason" text,
	CONSTRAINT "scheduled_emails_status" CHECK ("scheduled_emails"."status" in ('pending', 'sent', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "sent_emails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"draft_id" uuid,
	"contact_id" uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"campaign_id" uuid,
	"draft_type" "draft_type" NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"recipient_email" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"message_id" text,
	"status" text DEFAULT 'sent',
	"sequence_step" integer,
	"campaign_contact_id" uuid,
	"delivery_id" uuid,
	CONSTRAINT "sent_emails_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "sent_emails_delivery" UNIQUE("team_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "test_copies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"sequence_id" uuid,
	"contact_id" uuid,
	"to_email" text NOT NULL,
	"subject" text NOT NULL,
	"send_key" text NOT NULL,
	"graph_id" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "test_copies_key" UNIQUE("send_key"),
	CONSTRAINT "test_copies_state" CHECK ("test_copies"."state" in ('queued', 'sent', 'failed', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid NOT NULL,
	"tid" text NOT NULL,
	"oid" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text DEFAULT 'viewer' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone,
	CONSTRAINT "members_identity" UNIQUE("tid","oid"),
	CONSTRAINT "members_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('viewer', 'member', 'administrator')),
	CONSTRAINT "members_status" CHECK ("members"."status" in ('active', 'asked', 'refused', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "team_stops" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"stopped_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_by" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"postal_address" text,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"join_policy" text DEFAULT 'ask' NOT NULL,
	"join_role" text DEFAULT 'viewer' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_tenant_id_unique" UNIQUE("tenant_id"),
	CONSTRAINT "teams_join_policy" CHECK ("teams"."join_policy" in ('off', 'ask', 'automatic')),
	CONSTRAINT "teams_join_role" CHECK ("teams"."join_role" in ('viewer', 'member'))
);
--> statement-breakpoint
CREATE TABLE "email_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"name" text NOT NULL,
	"template_content" text NOT NULL,
	"is_active" boolean DEFAULT true,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject_template" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	CONSTRAINT "email_templates_team_id" UNIQUE("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_launches" ADD CONSTRAINT "campaign_launches_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_pauses" ADD CONSTRAINT "campaign_pauses_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sequences" ADD CONSTRAINT "campaign_sequences_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sequences" ADD CONSTRAINT "campaign_sequences_team_id_template_id_email_templates_team_id_id_fk" FOREIGN KEY ("team_id","template_id") REFERENCES "public"."email_templates"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD CONSTRAINT "campaign_settings_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_team_id_list_id_contact_lists_team_id_id_fk" FOREIGN KEY ("team_id","list_id") REFERENCES "public"."contact_lists"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_list_members" ADD CONSTRAINT "contact_list_members_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_list_members" ADD CONSTRAINT "contact_list_members_team_id_list_id_contact_lists_team_id_id_fk" FOREIGN KEY ("team_id","list_id") REFERENCES "public"."contact_lists"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_team_id_upload_batch_id_upload_batches_team_id_id_fk" FOREIGN KEY ("team_id","upload_batch_id") REFERENCES "public"."upload_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_rows" ADD CONSTRAINT "upload_rows_team_id_upload_batch_id_upload_batches_team_id_id_fk" FOREIGN KEY ("team_id","upload_batch_id") REFERENCES "public"."upload_batches"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_drafts" ADD CONSTRAINT "email_drafts_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_drafts" ADD CONSTRAINT "email_drafts_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_drafts" ADD CONSTRAINT "email_drafts_team_id_campaign_contact_id_campaign_contacts_team_id_id_fk" FOREIGN KEY ("team_id","campaign_contact_id") REFERENCES "public"."campaign_contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_drafts" ADD CONSTRAINT "email_drafts_team_id_sequence_id_campaign_sequences_team_id_id_fk" FOREIGN KEY ("team_id","sequence_id") REFERENCES "public"."campaign_sequences"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_drafts" ADD CONSTRAINT "email_drafts_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_team_id_draft_id_email_drafts_team_id_id_fk" FOREIGN KEY ("team_id","draft_id") REFERENCES "public"."email_drafts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_replies" ADD CONSTRAINT "email_replies_team_id_sent_email_id_sent_emails_team_id_id_fk" FOREIGN KEY ("team_id","sent_email_id") REFERENCES "public"."sent_emails"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_replies" ADD CONSTRAINT "email_replies_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_replies" ADD CONSTRAINT "email_replies_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_replies" ADD CONSTRAINT "email_replies_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_messages" ADD CONSTRAINT "mailbox_messages_team_id_campaign_contact_id_campaign_contacts_team_id_id_fk" FOREIGN KEY ("team_id","campaign_contact_id") REFERENCES "public"."campaign_contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_leases" ADD CONSTRAINT "mailbox_leases_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_syncs" ADD CONSTRAINT "mailbox_syncs_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_tokens" ADD CONSTRAINT "mailbox_tokens_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_draft_id_email_drafts_team_id_id_fk" FOREIGN KEY ("team_id","draft_id") REFERENCES "public"."email_drafts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_campaign_contact_id_campaign_contacts_team_id_id_fk" FOREIGN KEY ("team_id","campaign_contact_id") REFERENCES "public"."campaign_contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_sequence_id_campaign_sequences_team_id_id_fk" FOREIGN KEY ("team_id","sequence_id") REFERENCES "public"."campaign_sequences"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_intents" ADD CONSTRAINT "delivery_intents_team_id_delivery_id_deliveries_team_id_id_fk" FOREIGN KEY ("team_id","delivery_id") REFERENCES "public"."deliveries"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_team_id_draft_id_email_drafts_team_id_id_fk" FOREIGN KEY ("team_id","draft_id") REFERENCES "public"."email_drafts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_emails" ADD CONSTRAINT "scheduled_emails_team_id_campaign_contact_id_campaign_contacts_team_id_id_fk" FOREIGN KEY ("team_id","campaign_contact_id") REFERENCES "public"."campaign_contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_emails" ADD CONSTRAINT "sent_emails_team_id_draft_id_email_drafts_team_id_id_fk" FOREIGN KEY ("team_id","draft_id") REFERENCES "public"."email_drafts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_emails" ADD CONSTRAINT "sent_emails_team_id_contact_id_contacts_team_id_id_fk" FOREIGN KEY ("team_id","contact_id") REFERENCES "public"."contacts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_emails" ADD CONSTRAINT "sent_emails_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_emails" ADD CONSTRAINT "sent_emails_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_emails" ADD CONSTRAINT "sent_emails_team_id_delivery_id_deliveries_team_id_id_fk" FOREIGN KEY ("team_id","delivery_id") REFERENCES "public"."deliveries"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_copies" ADD CONSTRAINT "test_copies_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_team_id_member_id_members_team_id_id_fk" FOREIGN KEY ("team_id","member_id") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_stops" ADD CONSTRAINT "team_stops_team_id_stopped_by_members_team_id_id_fk" FOREIGN KEY ("team_id","stopped_by") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_stops" ADD CONSTRAINT "team_stops_team_id_lifted_by_members_team_id_id_fk" FOREIGN KEY ("team_id","lifted_by") REFERENCES "public"."members"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_contacts_status" ON "campaign_contacts" USING btree ("team_id","campaign_id","status");--> statement-breakpoint
CREATE INDEX "campaign_contacts_contact" ON "campaign_contacts" USING btree ("team_id","contact_id");--> statement-breakpoint
CREATE INDEX "campaign_contacts_open" ON "campaign_contacts" USING btree ("team_id","campaign_id","next_at") WHERE status in ('pending', 'in_progress');--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_pauses_open" ON "campaign_pauses" USING btree ("team_id","campaign_id") WHERE resumed_at is null;--> statement-breakpoint
CREATE INDEX "campaigns_recent" ON "campaigns" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "contact_list_members_contact" ON "contact_list_members" USING btree ("team_id","contact_id");--> statement-breakpoint
CREATE INDEX "contacts_recent" ON "contacts" USING btree ("team_id","created_at","id");--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("team_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_open" ON "suppressions" USING btree ("team_id","email_norm") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "upload_batches_by_hand" ON "upload_batches" USING btree ("team_id") WHERE by_hand is not null;--> statement-breakpoint
CREATE INDEX "upload_batches_recent" ON "upload_batches" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "upload_rows_state" ON "upload_rows" USING btree ("team_id","upload_batch_id","state");--> statement-breakpoint
CREATE INDEX "email_drafts_contact" ON "email_drafts" USING btree ("team_id","contact_id");--> statement-breakpoint
CREATE INDEX "email_drafts_to_sign" ON "email_drafts" USING btree ("team_id","campaign_id","created_at") WHERE status = 'draft' and rejected_at is null;--> statement-breakpoint
CREATE INDEX "email_drafts_signed" ON "email_drafts" USING btree ("team_id","campaign_id") WHERE status = 'approved';--> statement-breakpoint
CREATE INDEX "email_drafts_under_way" ON "email_drafts" USING btree ("team_id","campaign_id") WHERE status = 'scheduled';--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_live" ON "signatures" USING btree ("team_id","draft_id") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "signatures_draft" ON "signatures" USING btree ("team_id","draft_id","signed_at");--> statement-breakpoint
CREATE INDEX "activities_recent" ON "activities" USING btree ("team_id","at");--> statement-breakpoint
CREATE INDEX "activities_campaign" ON "activities" USING btree ("team_id","campaign_id","at");--> statement-breakpoint
CREATE INDEX "activities_contact" ON "activities" USING btree ("team_id","contact_id","at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "email_replies_recent" ON "email_replies" USING btree ("team_id","received_at");--> statement-breakpoint
CREATE INDEX "email_replies_contact" ON "email_replies" USING btree ("team_id","contact_id");--> statement-breakpoint
CREATE INDEX "mailbox_messages_contact" ON "mailbox_messages" USING btree ("team_id","contact_id","received_at");--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "deliveries" USING btree ("team_id","internet_message_id");--> statement-breakpoint
CREATE INDEX "deliveries_conversation" ON "deliveries" USING btree ("team_id","sender_account_id","conversation_id");--> statement-breakpoint
CREATE INDEX "deliveries_day" ON "deliveries" USING btree ("team_id","campaign_id","submitted_at");--> statement-breakpoint
CREATE INDEX "deliveries_mailbox" ON "deliveries" USING btree ("team_id","sender_account_id","submitted_at");--> statement-breakpoint
CREATE INDEX "deliveries_doubt" ON "deliveries" USING btree ("team_id","next_look_at") WHERE state in ('submitting', 'reconciling', 'accepted');--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_emails_pending" ON "scheduled_emails" USING btree ("team_id","draft_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "scheduled_emails_due" ON "scheduled_emails" USING btree ("team_id","scheduled_for") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "scheduled_emails_campaign" ON "scheduled_emails" USING btree ("team_id","campaign_id","scheduled_for");--> statement-breakpoint
CREATE INDEX "sent_emails_recent" ON "sent_emails" USING btree ("team_id","sent_at");--> statement-breakpoint
CREATE INDEX "sent_emails_campaign" ON "sent_emails" USING btree ("team_id","campaign_id","sent_at");--> statement-breakpoint
CREATE INDEX "sent_emails_contact" ON "sent_emails" USING btree ("team_id","contact_id","sent_at");--> statement-breakpoint
CREATE INDEX "sent_emails_message" ON "sent_emails" USING btree ("team_id","message_id");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("team_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_stops_open" ON "team_stops" USING btree ("team_id") WHERE lifted_at is null;