ALTER TABLE "campaign_contacts" ADD COLUMN "run_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_contacts" ADD COLUMN "run_seen_due" timestamp with time zone;--> statement-breakpoint
-- When the engine (Inngest, or what stands in for it) last did what it does every minute, and whether it takes our events: the app notices by
-- this that its timers are lost. It belongs to no team, so it is no table of teams: only the system's role reaches it.
create table app_private.engine_beats (
  kind text primary key check (kind in ('sweep', 'poll', 'events')),
  -- The last beat; of events, when the server last took some.
  at timestamptz,
  -- When a process last woke it by an event; of several processes one does.
  woken_at timestamptz,
  -- Why the server last took no events, in a word of the app's, and since when.
  refused text,
  refused_since timestamptz,
  check ((refused is null) = (refused_since is null))
);--> statement-breakpoint
insert into app_private.engine_beats (kind) values ('sweep'), ('poll'), ('events');--> statement-breakpoint
alter table app_private.engine_beats enable row level security;--> statement-breakpoint
alter table app_private.engine_beats force row level security;--> statement-breakpoint
create policy owner_all on app_private.engine_beats to current_user using (true) with check (true);--> statement-breakpoint
select app_private.open_to_system('app_private.engine_beats', 'select, update');--> statement-breakpoint
-- Whether this database is as far as the code that reads it.
grant usage on schema drizzle to countersign_system;--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to countersign_system;--> statement-breakpoint
-- How many mailboxes work is told at the health address; of a mailbox in trouble no more than that it is.
grant select (trouble) on sender_accounts to countersign_system;
