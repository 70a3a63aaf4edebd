CREATE TABLE "mail_differences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"place" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"found" jsonb NOT NULL,
	"differences" jsonb NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"settled_as" text,
	CONSTRAINT "mail_differences_place" CHECK ("mail_differences"."place" in ('draft', 'by hand', 'sent')),
	CONSTRAINT "mail_differences_settled_as" CHECK ("mail_differences"."settled_as" in ('put back', 'signed', 'rejected', 'accepted'))
);
--> statement-breakpoint
CREATE TABLE "launch_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"shown" jsonb NOT NULL,
	"contact_ids" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_job_drafts" (
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"draft_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	CONSTRAINT "sign_job_drafts_job_id_place_pk" PRIMARY KEY("job_id","place"),
	CONSTRAINT "sign_job_drafts_state" CHECK ("sign_job_drafts"."state" in ('waiting', 'signed', 'refused', 'passed over'))
);
--> statement-breakpoint
CREATE TABLE "sign_jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"campaign_id" uuid,
	"state" text DEFAULT 'asking' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"total" integer NOT NULL,
	"signed" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"passed_over" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sign_jobs_team_id" UNIQUE("team_id","id"),
	CONSTRAINT "sign_jobs_state" CHECK ("sign_jobs"."state" in ('asking', 'running', 'done', 'stopped'))
);
--> statement-breakpoint
ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_reason_known";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
ALTER TABLE "campaign_sequences" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "made_as" jsonb;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "read_back" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "read_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_differences" ADD CONSTRAINT "mail_differences_team_id_delivery_id_deliveries_team_id_id_fk" FOREIGN KEY ("team_id","delivery_id") REFERENCES "public"."deliveries"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launch_views" ADD CONSTRAINT "launch_views_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_job_drafts" ADD CONSTRAINT "sign_job_drafts_team_id_job_id_sign_jobs_team_id_id_fk" FOREIGN KEY ("team_id","job_id") REFERENCES "public"."sign_jobs"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_job_drafts" ADD CONSTRAINT "sign_job_drafts_team_id_draft_id_email_drafts_team_id_id_fk" FOREIGN KEY ("team_id","draft_id") REFERENCES "public"."email_drafts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_jobs" ADD CONSTRAINT "sign_jobs_team_id_campaign_id_campaigns_team_id_id_fk" FOREIGN KEY ("team_id","campaign_id") REFERENCES "public"."campaigns"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_differences_open" ON "mail_differences" USING btree ("team_id","delivery_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "mail_differences_delivery" ON "mail_differences" USING btree ("team_id","delivery_id","found_at");--> statement-breakpoint
CREATE INDEX "launch_views_old" ON "launch_views" USING btree ("team_id","seen_at");--> statement-breakpoint
CREATE INDEX "sign_job_drafts_waiting" ON "sign_job_drafts" USING btree ("team_id","job_id","place") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "sign_jobs_recent" ON "sign_jobs" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "sign_jobs_running" ON "sign_jobs" USING btree ("team_id") WHERE state = 'running';--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_reason_known" CHECK ("campaign_contacts"."wait_reason" in ('paused', 'mailbox_signed_out', 'mailbox_no_licence', 'mailbox_full', 'mailbox_unreadable', 'mailbox_limited', 'sender_corrected', 'changed_in_outlook', 'left_otherwise', 'elsewhere', 'field_missing', 'in_doubt', 'thread_closed', 'model_silent', 'being_written', 'delay', 'needs_signature', 'window_closed', 'daily_limit', 'in_line'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'edited a contact', 'suppressed', 'lifted a suppression', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'moved here'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_read_back" CHECK ("deliveries"."read_back" in ('equal', 'explained', 'asked', 'different'));--> statement-breakpoint
select app_private.protect_team_table(t::regclass) from unnest(array['launch_views', 'sign_jobs', 'sign_job_drafts', 'mail_differences']) t;--> statement-breakpoint
-- What was found, and what was shown, stays as it was written.
revoke update on launch_views, mail_differences, sign_jobs, sign_job_drafts from countersign_app;--> statement-breakpoint
revoke delete on mail_differences from countersign_app;--> statement-breakpoint
grant update (settled_at, settled_by, settled_as) on mail_differences to countersign_app;--> statement-breakpoint
grant update (state, started_at, finished_at, total, signed, refused, passed_over) on sign_jobs to countersign_app;--> statement-breakpoint
grant update (state) on sign_job_drafts to countersign_app;
