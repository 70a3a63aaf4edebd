ALTER TABLE "deliveries" ADD COLUMN "read_back_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "read_back_changes" text[];--> statement-breakpoint
CREATE INDEX "deliveries_read_back_next" ON "deliveries" USING btree ("team_id","sender_account_id","confirmed_at") WHERE state = 'confirmed' and read_back is null;