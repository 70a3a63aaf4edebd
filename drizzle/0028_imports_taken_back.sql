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
ALTER TABLE "activities" ADD CONSTRAINT "activities_verb" CHECK ("activities"."verb" in ('launched', 'paused', 'resumed', 'ended', 'stopped all sending', 'resumed all sending', 'signed all that pass', 'settled a mail in doubt', 'held a changed mail', 'settled a changed mail', 'found a copy that differs', 'stopped a contact', 'took a stop back', 'took back an import', 'brought back an import', 'edited a contact', 'suppressed', 'suppressed an entry', 'suppressed by a file', 'lifted a suppression', 'took back a suppression', 'paused by a report', 'received a complaint', 'placed a message', 'put a message aside', 'changed a hold', 'removed an address', 'handed over a mailbox', 'paused a mailbox by its guard', 'let a guarded mailbox go on', 'learned a limit', 'let an unproven domain send', 'sent a mail now', 'moved a mail', 'cancelled a mail', 'took a cancelling back', 'labelled a thread', 'let a campaign go on', 'added who was named', 'assigned a thread', 'connected a mailbox', 'disconnected a mailbox', 'corrected the address of a mailbox', 'let somebody in', 'turned somebody away', 'changed a role', 'removed a person', 'ended a session', 'changed the team', 'mapped a time zone', 'moved here'));--> statement-breakpoint
-- Whom imports made that were taken back more than thirty days ago go for good, of every team, unless anything names them: a mail, an answer, a signature, a
-- campaign they were in. So many at once. Every table that points at a contact is asked, also one that comes later; what goes with a contact is no reason to keep it.
-- @returns how many went.
create function public.remove_taken_back(before timestamptz, most integer) returns integer
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  unnamed text;
  going uuid[];
begin
  select string_agg(format('not exists (select 1 from %s x where x.team_id = c.team_id and x.contact_id = c.id)', conrelid::regclass), ' and ' order by conrelid)
  into unnamed from pg_constraint
  where contype = 'f' and confrelid = 'public.contacts'::regclass and confdeltype <> 'c' and conrelid <> 'public.contact_list_members'::regclass;
  -- Who comes back in this moment, with another file or by hand, is held by whoever brings them, and passed over. Another file that stands, or can still be brought back, names them, too.
  execute format('select array(select c.id from contacts c join upload_batches b on b.team_id = c.team_id and b.taken_act = c.archive_act
    where b.taking = ''taken'' and b.taken_at < $1 and c.archived_at is not null
      and not exists (select 1 from mailbox_messages m where m.team_id = c.team_id and m.contact_id = c.id)
      and not exists (select 1 from upload_rows r join upload_batches u on u.team_id = r.team_id and u.id = r.upload_batch_id
        where r.team_id = c.team_id and r.contact_id = c.id and u.id <> b.id and (u.taking is null or u.taken_at >= $1)) and %s
    order by c.id limit $2 for update of c skip locked)', unnamed) into going using before, most;
  delete from contact_list_members m using contacts c where c.id = any(going) and m.team_id = c.team_id and m.contact_id = c.id;
  delete from contacts c where c.id = any(going);
  return cardinality(going);
end $$;--> statement-breakpoint
revoke all on function public.remove_taken_back(timestamptz, integer) from public;--> statement-breakpoint
grant execute on function public.remove_taken_back(timestamptz, integer) to countersign_system;
--> statement-breakpoint
-- Most changes of contacts leave their addresses as they are: told by comparing what was with what is, once. The joins behind took two thirds of every large change.
create or replace function public.keep_changed_addresses() returns trigger
language plpgsql set search_path to 'public' as $$
begin
  if not exists (select id, email, email_norm from after except select id, email, email_norm from before) then return null; end if;
  update contact_addresses a set address = n.email from after n
    where a.contact_id = n.id and a.address_norm = n.email_norm and a.kind = 'primary' and a.address <> n.email;
  if not exists (select from after n join before o on o.id = n.id where o.email_norm <> n.email_norm) then return null; end if;
  update contact_addresses a set kind = 'former', source = 'corrected' from after n join before o on o.id = n.id
    where o.email_norm <> n.email_norm and a.contact_id = n.id and a.kind = 'primary';
  update contact_addresses a set kind = 'primary', address = n.email from after n join before o on o.id = n.id
    where o.email_norm <> n.email_norm and a.contact_id = n.id and a.address_norm = n.email_norm;
  insert into contact_addresses (team_id, contact_id, address, address_norm, kind, source)
    select n.team_id, n.id, n.email, n.email_norm, 'primary', 'contact' from after n join before o on o.id = n.id
    where o.email_norm <> n.email_norm
      and not exists (select from contact_addresses a where a.contact_id = n.id and a.address_norm = n.email_norm);
  return null;
end $$;
