CREATE INDEX "upload_rows_contact" ON "upload_rows" USING btree ("team_id","contact_id") WHERE contact_id is not null;
--> statement-breakpoint
-- A list can be deleted; its people stay.
grant delete on contact_lists to countersign_app;
