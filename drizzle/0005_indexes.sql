DROP INDEX "contacts_name";--> statement-breakpoint
CREATE INDEX "contacts_company" ON "contacts" USING btree ("team_id","company" collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "signatures_recent" ON "signatures" USING btree ("team_id","signed_at");--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("team_id","name" collate "und-x-icu","id");