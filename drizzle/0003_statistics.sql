-- After a large write the planner knows nothing of the new rows until autovacuum comes by, within a minute or two. A person signs
-- or searches before that, and joins of a few hundred rows then meet everybody with everybody. So who writes much has the
-- database count at once. Only the owner of a table may; whoever counts it at this moment is left to it.
create or replace function public.refresh_statistics(tables text[]) returns void
language plpgsql security definer set search_path to pg_catalog, public, pg_temp as $$
declare one text;
begin
  foreach one in array tables loop
    execute format('analyze (skip_locked) public.%I', one);
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function public.refresh_statistics(text[]) from public;
--> statement-breakpoint
grant execute on function public.refresh_statistics(text[]) to countersign_app;
