CREATE TABLE "draft_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"sender_account_id" uuid NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draft_attempts" ADD CONSTRAINT "draft_attempts_team_id_delivery_id_deliveries_team_id_id_fk" FOREIGN KEY ("team_id","delivery_id") REFERENCES "public"."deliveries"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_attempts" ADD CONSTRAINT "draft_attempts_team_id_sender_account_id_sender_accounts_team_id_id_fk" FOREIGN KEY ("team_id","sender_account_id") REFERENCES "public"."sender_accounts"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_attempts_mailbox" ON "draft_attempts" USING btree ("team_id","sender_account_id","begun_at");--> statement-breakpoint
select app_private.protect_team_table('draft_attempts'::regclass);--> statement-breakpoint
revoke update on draft_attempts from countersign_app;
