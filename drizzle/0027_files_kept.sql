-- An uploaded file is kept as it came while its import can be taken back: how it is read can be changed, and its rows are read from it and from nowhere else.
CREATE TABLE "upload_parts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"upload_batch_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_parts_place" UNIQUE("team_id","upload_batch_id","place")
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "upload_line" integer;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "reading" jsonb;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "findings" jsonb;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "counted" jsonb;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "read_offset" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD COLUMN "read_line" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_team_id_upload_batch_id_upload_batches_team_id_id_fk" FOREIGN KEY ("team_id","upload_batch_id") REFERENCES "public"."upload_batches"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_upload" ON "contacts" USING btree ("team_id","upload_batch_id") WHERE upload_line is not null;--> statement-breakpoint
select app_private.protect_team_table('upload_parts');--> statement-breakpoint
-- A file goes after thirty days, of every team.
select app_private.open_to_system('upload_parts', 'delete');--> statement-breakpoint
grant select (id, created_at) on upload_parts to countersign_system;--> statement-breakpoint
-- A megabyte of a file costs less to keep as it is than to pack, and it is read once or twice.
alter table upload_parts alter column bytes set storage external;
