-- What people change and pages show tells the open pages: a template, a list or a rule that a colleague changed was seen only once
-- something else had changed, too.
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[
    ['email_templates', 'templates'], ['contact_lists', 'contacts'], ['ignored_senders', 'replies'], ['mail_differences', 'review'],
    ['member_settings', 'members'], ['notice_targets', 'members']]
  loop
    execute format('create trigger notify_insert after insert on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_update after update on %I referencing new table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
    execute format('create trigger notify_delete after delete on %I referencing old table as changed_rows
      for each statement execute function public.notify_change(%L)', pair[1], pair[2]);
  end loop;
end $$;
--> statement-breakpoint
-- A team's own row has no team_id; it is written rarely, and what stands in it stands on many pages.
create or replace function public.notify_team_change() returns trigger
language plpgsql set search_path to 'public' as $$
begin
  perform pg_notify('countersign_changes', new.id || ' everything');
  return null;
end $$;
--> statement-breakpoint
create trigger notify_update after update on teams
for each row when (old.* is distinct from new.*) execute function public.notify_team_change();
