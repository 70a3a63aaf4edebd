ALTER TABLE "outbox" DROP COLUMN "attempts";--> statement-breakpoint
ALTER TABLE "deliveries" DROP COLUMN "error";--> statement-breakpoint
ALTER TABLE "test_copies" DROP COLUMN "contact_id";