-- Drafts that wait for a signature, counted as they change: to draw a number on a page, all of a team's drafts were read each time.
-- What an earlier version writes beside this is counted, too: it waits until the triggers stand and all has been counted once. First of all, and at once as strong as
-- it is needed, so that nobody who holds a part of it is waited for in the middle. With a million drafts that is some ten seconds.
lock table campaign_contacts in share row exclusive mode;--> statement-breakpoint
lock table email_drafts in access exclusive mode;--> statement-breakpoint
CREATE TABLE "review_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"waiting" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_moves" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"campaign_contact_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "email_drafts" ADD COLUMN "shelved" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "review_counts_campaign" ON "review_counts" USING btree ("team_id","campaign_id");--> statement-breakpoint
CREATE INDEX "review_moves_contact" ON "review_moves" USING btree ("team_id","campaign_contact_id");--> statement-breakpoint
select app_private.protect_team_table('review_counts');--> statement-breakpoint
select app_private.protect_team_table('review_moves');--> statement-breakpoint
-- Only the triggers count.
revoke insert, update, delete on review_counts, review_moves from countersign_app;--> statement-breakpoint
update email_drafts d set shelved = true from campaign_contacts c
where c.id = d.campaign_contact_id and d.status <> 'sent' and c.status not in ('pending', 'in_progress');--> statement-breakpoint
insert into review_counts (team_id, campaign_id, waiting)
select team_id, campaign_id, count(*) from email_drafts
where campaign_id is not null and status = 'draft' and rejected_at is null and not shelved group by 1, 2;--> statement-breakpoint
create function app_private.count_waiting() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  if tg_op = 'INSERT' then
    insert into review_counts (team_id, campaign_id, waiting)
    select n.team_id, n.campaign_id, count(*) from new_rows n
    where n.campaign_id is not null and n.status = 'draft' and n.rejected_at is null and not n.shelved group by 1, 2;
  elsif tg_op = 'DELETE' then
    insert into review_counts (team_id, campaign_id, waiting)
    select o.team_id, o.campaign_id, -count(*) from old_rows o
    where o.campaign_id is not null and o.status = 'draft' and o.rejected_at is null and not o.shelved group by 1, 2;
  else
    insert into review_counts (team_id, campaign_id, waiting)
    select x.team_id, x.campaign_id, sum(x.waiting) from (
      select n.team_id, n.campaign_id, 1 as waiting from new_rows n
      where n.campaign_id is not null and n.status = 'draft' and n.rejected_at is null and not n.shelved
      union all select o.team_id, o.campaign_id, -1 from old_rows o
      where o.campaign_id is not null and o.status = 'draft' and o.rejected_at is null and not o.shelved) x
    group by 1, 2 having sum(x.waiting) <> 0;
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger count_insert after insert on email_drafts referencing new table as new_rows
  for each statement execute function app_private.count_waiting();--> statement-breakpoint
create trigger count_update after update on email_drafts referencing old table as old_rows new table as new_rows
  for each statement execute function app_private.count_waiting();--> statement-breakpoint
create trigger count_delete after delete on email_drafts referencing old table as old_rows
  for each statement execute function app_private.count_waiting();--> statement-breakpoint
-- A draft written for somebody whose campaign ends in the same moment: whoever ends it waits until the draft is there, or the draft is put aside here.
create function app_private.shelve_written() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  with locked as materialized (
    select c.id, c.status from campaign_contacts c where c.id = any(array(select n.campaign_contact_id from new_rows n))
    order by c.id for no key update
  )
  update email_drafts d set shelved = true from locked c
  where d.id = any(array(select n.id from new_rows n)) and c.id = d.campaign_contact_id and c.status not in ('pending', 'in_progress');
  return null;
end $$;--> statement-breakpoint
create trigger shelve_insert after insert on email_drafts referencing new table as new_rows
  for each statement execute function app_private.shelve_written();--> statement-breakpoint
-- For whom a campaign ends, or goes on after all: their drafts are put aside, or brought back, behind (fold_review_counts). Not here: whoever changes a draft
-- and then ends its campaign would wait for whoever does it the other way round. Until then readings correct what is counted by these rows.
create function app_private.note_moved() returns trigger
language plpgsql security definer set search_path to 'public', 'pg_temp' set enable_nestloop to off as $$
begin
  insert into review_moves (team_id, campaign_contact_id)
  select n.team_id, n.id from new_rows n join old_rows o on o.id = n.id
  where (n.status in ('pending', 'in_progress')) <> (o.status in ('pending', 'in_progress'));
  return null;
end $$;--> statement-breakpoint
create trigger note_moved after update on campaign_contacts referencing old table as old_rows new table as new_rows
  for each statement execute function app_private.note_moved();--> statement-breakpoint
-- Puts aside or brings back the drafts of those who were noted, and makes of the counts of a campaign one. One at a time; what is not committed yet comes
-- with the next. @returns how many were noted.
create function public.fold_review_counts() returns integer
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  noted bigint[];
begin
  if not pg_try_advisory_xact_lock(72417004) then return 0; end if;
  noted := array(select q.id from review_moves q order by q.id limit 1000);
  if array_length(noted, 1) > 0 then
    -- Whoever changes one of them is waited for; how its person stands is read after that. By the team, too, with which every index begins.
    perform 1 from email_drafts d join (select distinct m.team_id, m.campaign_contact_id from review_moves m where m.id = any(noted)) q
      on q.team_id = d.team_id and q.campaign_contact_id = d.campaign_contact_id
    where d.status <> 'sent' order by d.id for no key update of d;
    update email_drafts d set shelved = c.status not in ('pending', 'in_progress')
    from (select distinct m.team_id, m.campaign_contact_id from review_moves m where m.id = any(noted)) q
      join campaign_contacts c on c.team_id = q.team_id and c.id = q.campaign_contact_id
    where d.team_id = q.team_id and d.campaign_contact_id = q.campaign_contact_id and d.status <> 'sent'
      and d.shelved <> (c.status not in ('pending', 'in_progress'));
    delete from review_moves q where q.id = any(noted);
  end if;
  with many as (
    select w.team_id, w.campaign_id from review_counts w group by 1, 2 having count(*) > 1 limit 500
  ), counted as (
    delete from review_counts w using many m where w.team_id = m.team_id and w.campaign_id = m.campaign_id
    returning w.team_id, w.campaign_id, w.waiting
  )
  insert into review_counts (team_id, campaign_id, waiting)
  select c.team_id, c.campaign_id, sum(c.waiting) from counted c group by 1, 2 having sum(c.waiting) <> 0;
  return coalesce(array_length(noted, 1), 0);
end $$;--> statement-breakpoint
revoke execute on function public.fold_review_counts() from public;--> statement-breakpoint
grant execute on function public.fold_review_counts() to countersign_system;
--> statement-breakpoint
-- Those whose text may not be signed, and for whom the others are, are found without reading every text (lib/drafts/review/count-waiting.ts).
CREATE INDEX "email_drafts_waiting" ON "email_drafts" USING btree ("team_id","campaign_id","campaign_contact_id","contact_id","id") WHERE status = 'draft' and rejected_at is null;--> statement-breakpoint
CREATE INDEX "email_drafts_text_fails" ON "email_drafts" USING btree ("team_id","campaign_id") WHERE status = 'draft' and rejected_at is null and ((cardinality(missing_fields) > 0 and edited_body is null and edited_subject is null)
    or trim(coalesce(edited_subject, subject)) = '' or length(coalesce(edited_subject, subject)) > 200 or strpos(coalesce(edited_subject, subject), '{{') > 0 or strpos(coalesce(edited_subject, subject), '}}') > 0 or strpos(coalesce(edited_subject, subject), '{%') > 0 or coalesce(edited_subject, subject) ~ '\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\}' or strpos(coalesce(edited_body, body), '{{') > 0 or strpos(coalesce(edited_body, body), '}}') > 0 or strpos(coalesce(edited_body, body), '{%') > 0 or coalesce(edited_body, body) ~ '\{\s*[A-Za-z_][A-Za-z0-9_]*\s*\}');
