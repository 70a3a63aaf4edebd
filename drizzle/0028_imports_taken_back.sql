ALTER TABLE "campaign_contacts" DROP CONSTRAINT "campaign_contacts_ended_known";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_verb";--> statement-breakpoint
DROP INDEX "contacts_upload";--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taking" text;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taken_line" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taken_by" uuid;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taken_end" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taken_act" uuid;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "taken" jsonb;--> statement-breakpoint
ALTER TABLE "upload_rows" ADD COLUMN "changed" jsonb;--> statement-breakpoint
ALTER TABLE "upload_rows" ADD COLUMN "undone" jsonb;--> statement-breakpoint
CREATE INDEX "upload_batches_taken" ON "upload_batches" USING btree ("team_id","taken_act") WHERE taken_act is not null;--> statement-breakpoint
CREATE INDEX "contacts_upload" ON "contacts" USING btree ("team_id","upload_batch_id","upload_line") WHERE upload_line is not null;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD CONSTRAINT "campaign_contacts_ended_known" CHECK ("campaign_contacts"."ended_reason" in ('got every mail', 'replied', 'bounced', 'unsubscribed', 'rejected', 'stopped by hand', 'could not be sent', 'campaign ended', 'suppressed', 'company answered', 'complained', 'asked not to be mailed', 'left the company', 'taken back with its import'));--> statement-breakpoint
ALTER TABLE "upload_batches" ADD CONSTRAINT "upload_batches_taking" CHECK ("upload_batches"."taking" in ('taking', 'taken', 'bringing'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'took a stop back', 'took back an import', 'brought back an import', 'edited a contact', 'suppressed', 'suppressed an entry', 'suppressed by a file', 'lifted a suppression', 'took back a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'paused a mailbox by its guard', 'let a guarded mailbox go on', 'learned a limit', 'let an unproven domain send', 'sent a mail now', 'moved a mail', 'cancelled a mail', 'took a cancelling back', 'labelled a thread', 'let a campaign go on', 'added who was named', 'assigned a thread', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'mapped a time zone', 'moved here'));