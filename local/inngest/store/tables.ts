/**
 * The executor's tables. A run is its own queue entry: steps are serial, so a run has at most one thing to do next, at `run_at`.
 * JSON lives in text columns: jsonb would refuse \u0000 and lose the order of keys.
 */
export const tables = `
create table if not exists apps (id text primary key, url text not null, checksum text not null, synced_at timestamptz not null default now());
create table if not exists functions (
  id text primary key, app_id text not null, config jsonb not null, url text not null, max_attempts int not null,
  limits int[] not null, listens text[] not null, version int not null default 1, archived_at timestamptz);
create table if not exists events (
  seq bigint generated always as identity unique, iid text primary key, ext_id text not null, name text not null, body text not null,
  pending boolean not null, target text, starts_at timestamptz, received_at timestamptz not null default clock_timestamp());
create index if not exists events_pending on events (seq) where pending;
create index if not exists events_name on events (name, iid);
create table if not exists starts (function_id text not null, event_id text not null, run_id text not null, expires_at timestamptz not null, primary key (function_id, event_id));
create table if not exists runs (
  id text primary key, function_id text not null, function_version int not null, event_iid text not null, event_seq bigint not null, status text not null default 'Running',
  queue text not null, slot1 text, slot2 text, run_at timestamptz, attempt int not null default 0, stalls int not null default 0, version int not null default -1,
  pending_step text, pending_name text, pending_op text,
  lease_token bigint, lease_until timestamptz, lease_owner text,
  created_at timestamptz not null default clock_timestamp(), started_at timestamptz, ended_at timestamptz, output text, error text);
create index if not exists runs_queue on runs (queue, run_at, id) where run_at is not null and lease_token is null;
create index if not exists runs_due on runs (run_at) where run_at is not null and lease_token is null;
create index if not exists runs_leased on runs (lease_until) where lease_token is not null;
create index if not exists runs_event on runs (event_iid);
create index if not exists runs_history on runs (function_id, id);
create table if not exists steps (
  run_id text not null, step_id text not null, seq int not null, value text not null, name text not null, op text not null, attempt int not null default 0,
  saved_at timestamptz not null default clock_timestamp(), primary key (run_id, step_id));
create table if not exists waits (
  id bigint generated always as identity primary key, run_id text not null, kind text not null, step_id text, event_name text not null, match_key text not null,
  condition text, expires_at timestamptz);
create index if not exists waits_match on waits (event_name, match_key);
create index if not exists waits_run on waits (run_id);
create table if not exists ticks (function_id text not null, cron text not null, next_at timestamptz not null, primary key (function_id, cron));
create table if not exists history (id bigint generated always as identity primary key, run_id text not null, at timestamptz not null default clock_timestamp(), kind text not null, attempt int not null, detail text not null);
create index if not exists history_run on history (run_id, id);
create sequence if not exists lease_tokens;
`;

/**
 * Leases up to p_count due runs. One picker at a time, so that counts of running calls hold; each statement of a volatile function sees what
 * was committed before it. Every queue (function and key values) offers its oldest runs, as many as its limits leave room for, and the queues
 * take turns: a long queue hides no other. A run that wakes gets its sleep or timed-out wait saved as null in the same transaction.
 */
export const pick = `
create or replace function pick(p_owner text, p_count int, p_lease interval) returns setof text language plpgsql volatile as $$
declare
  chosen text[];
begin
  perform pg_advisory_xact_lock(72417101);
  update runs set lease_token = null, lease_until = null, lease_owner = null where lease_token is not null and lease_until < clock_timestamp();
  with recursive busy as materialized (
    select slot, count(*)::int as calls from (select unnest(array[slot1, slot2]) as slot from runs where lease_token is not null) as taken where slot is not null group by slot
  ), queues as (
    (select queue, function_id, slot1, slot2 from runs where run_at is not null and lease_token is null order by queue limit 1)
    union all
    select later.* from queues as q cross join lateral (
      select r.queue, r.function_id, r.slot1, r.slot2 from runs as r where r.run_at is not null and r.lease_token is null and r.queue > q.queue order by r.queue limit 1
    ) as later
  ), room as (
    select q.queue, q.slot1, q.slot2,
      coalesce(f.limits[1], 1000000) - coalesce((select calls from busy where slot = q.slot1), 0) as room1,
      coalesce(f.limits[2], 1000000) - coalesce((select calls from busy where slot = q.slot2), 0) as room2
    from queues as q join functions as f on f.id = q.function_id and f.archived_at is null
  ), offered as (
    select due.id, due.run_at, room.room1, room.room2,
      row_number() over (partition by room.queue order by due.run_at, due.id) as turn,
      case when room.slot1 is null then 1 else row_number() over (partition by room.slot1 order by due.run_at, due.id) end as place1,
      case when room.slot2 is null then 1 else row_number() over (partition by room.slot2 order by due.run_at, due.id) end as place2
    from room cross join lateral (
      select r.id, r.run_at from runs as r
      where r.queue = room.queue and r.run_at is not null and r.lease_token is null and r.run_at <= clock_timestamp()
      order by r.run_at, r.id limit greatest(0, least(p_count, room.room1, room.room2))
    ) as due
  )
  select array_agg(id) into chosen from (
    select id from offered where place1 <= room1 and place2 <= room2 order by turn, run_at, id limit p_count
  ) as next;
  if chosen is null then return; end if;
  select array_agg(id) into chosen from (
    select id from runs where id = any(chosen) and run_at <= clock_timestamp() and lease_token is null order by id for update skip locked
  ) as held;
  if chosen is null then return; end if;
  insert into steps (run_id, step_id, seq, value, name, op)
    select r.id, r.pending_step, (select count(*) from steps as s where s.run_id = r.id), 'null', r.pending_name, r.pending_op
    from runs as r where r.id = any(chosen) and r.pending_step is not null on conflict do nothing;
  delete from waits as w using runs as r where r.id = any(chosen) and r.pending_op = 'WaitForEvent' and w.run_id = r.id and w.kind = 'wait';
  update runs set lease_owner = p_owner, lease_token = nextval('lease_tokens'), lease_until = clock_timestamp() + p_lease,
    pending_step = null, pending_name = null, pending_op = null, started_at = coalesce(started_at, clock_timestamp())
    where id = any(chosen);
  return query select unnest(chosen);
end $$;
`;
