CREATE TABLE "email_analytics_deltas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid DEFAULT nullif(current_setting('app.team_id', true), '')::uuid NOT NULL,
	"date" date NOT NULL,
	"drafts_created" integer DEFAULT 0 NOT NULL,
	"drafts_approved" integer DEFAULT 0 NOT NULL,
	"emails_sent" integer DEFAULT 0 NOT NULL,
	"followups_sent" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "email_analytics_deltas_day" ON "email_analytics_deltas" USING btree ("team_id","date");--> statement-breakpoint
select app_private.protect_team_table('email_analytics_deltas'::regclass);--> statement-breakpoint
-- Only the triggers count.
revoke insert, update, delete on email_analytics_deltas from countersign_app;--> statement-breakpoint
-- As before, but each statement counts in a row of its own. All of a day waited in turn for the one row of that day: while many drafts were signed every
-- other draft, and every mail that had left, waited until the whole batch was committed.
create or replace function public.update_email_analytics() returns trigger
language plpgsql security definer set search_path to public, pg_temp as $$
begin
  insert into email_analytics_deltas (team_id, date, emails_sent, followups_sent)
  select n.team_id, (n.sent_at at time zone t.timezone)::date, count(*),
         count(*) filter (where n.draft_type <> 'first_outreach'
           and not exists (select 1 from single_mails h where h.team_id = n.team_id and h.draft_id = n.draft_id and h.answers_message_id is not null))
  from new_rows n join teams t on t.id = n.team_id group by 1, 2;
  return null;
end $$;--> statement-breakpoint
-- Its plan is kept from the first time, which mostly is of one draft; for a thousand, each of the new rows was compared with each of the old.
create or replace function public.update_draft_analytics() returns trigger
language plpgsql security definer set search_path to public, pg_temp set enable_nestloop to off as $$
begin
  if tg_op = 'INSERT' then
    insert into email_analytics_deltas (team_id, date, drafts_created, drafts_approved)
    select n.team_id, (n.created_at at time zone t.timezone)::date, count(*), count(n.first_approved_at)
    from new_rows n join teams t on t.id = n.team_id group by 1, 2;
  else
    insert into email_analytics_deltas (team_id, date, drafts_approved)
    select n.team_id, (n.first_approved_at at time zone t.timezone)::date, count(*)
    from new_rows n join old_rows o on o.id = n.id join teams t on t.id = n.team_id
    where n.first_approved_at is not null and o.first_approved_at is null group by 1, 2;
  end if;
  return null;
end $$;--> statement-breakpoint
-- Adds what was counted to its days, in one statement: whoever reads both tables sees each count once. One at a time; what is not committed yet comes
-- with the next. @returns how many counts were added.
create function public.fold_email_analytics() returns integer
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(72417003) then return 0; end if;
  with counted as (
    delete from email_analytics_deltas d where d.id in (select w.id from email_analytics_deltas w limit 10000)
    returning d.team_id, d.date, d.drafts_created, d.drafts_approved, d.emails_sent, d.followups_sent
  ), added as (
    insert into email_analytics (team_id, date, total_drafts_created, total_drafts_approved, total_emails_sent, total_followups_sent)
    select c.team_id, c.date, sum(c.drafts_created), sum(c.drafts_approved), sum(c.emails_sent), sum(c.followups_sent) from counted c
    group by 1, 2 order by 1, 2
    on conflict (team_id, date) do update
    set total_drafts_created = coalesce(email_analytics.total_drafts_created, 0) + excluded.total_drafts_created,
        total_drafts_approved = coalesce(email_analytics.total_drafts_approved, 0) + excluded.total_drafts_approved,
        total_emails_sent = coalesce(email_analytics.total_emails_sent, 0) + excluded.total_emails_sent,
        total_followups_sent = coalesce(email_analytics.total_followups_sent, 0) + excluded.total_followups_sent
  )
  select count(*) into folded from counted;
  return folded;
end $$;--> statement-breakpoint
revoke execute on function public.fold_email_analytics() from public;--> statement-breakpoint
grant execute on function public.fold_email_analytics() to countersign_system;--> statement-breakpoint
-- As before, but once a statement: a thousand signatures of a campaign asked a thousand times for the thread they answer.
create function public.follow_answers() returns trigger
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
begin
  update reply_threads t set state = 'waiting', unread = false, snoozed_until = null, snoozed_by = null
  from (select distinct l.team_id, l.thread_id from new_rows g
        join single_mails h on h.team_id = g.team_id and h.draft_id = g.draft_id join letters l on l.team_id = h.team_id and l.id = h.letter_id
        where g.voided_at is null and l.thread_id is not null) a
  where t.team_id = a.team_id and t.id = a.thread_id;
  return null;
end $$;--> statement-breakpoint
revoke execute on function public.follow_answers() from public;--> statement-breakpoint
drop trigger follow_answer on signatures;--> statement-breakpoint
create trigger follow_answers after insert on signatures referencing new table as new_rows
  for each statement execute function public.follow_answers();
