ALTER TABLE "signatures" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "sign_jobs" ADD COLUMN "seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "signatures_job" ON "signatures" USING btree ("team_id","job_id","draft_id") WHERE job_id is not null;--> statement-breakpoint
-- What an order signs tells by its drafts; that it began, ended or was stopped, its own row tells.
create trigger notify_update after update on sign_jobs referencing new table as changed_rows
  for each statement execute function public.notify_change('review');
