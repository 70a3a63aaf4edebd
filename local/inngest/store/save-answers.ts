import type { Leased } from "../protocol/call";
import type { SavedStep } from "../protocol/ops";
import type { Sql } from "./open-store";

type Held = Pick<Leased, "id" | "token">;
/** `known` is how many steps the caller knows of; one that cannot know leaves it out. */
export type StepToSave = { run: Held; step: SavedStep; known?: number; attempt: number; release: boolean };
export type Turn = { run: Held; known: number };
export type Parking = {
  run: Held;
  step: { id: string; name: string; op: string };
  until: Date;
  wait?: { event: string; matchKey: string; condition?: string };
};
export type Postponing = { run: Held; attempt: number; stalls: number; waitMs: number; kind: string; detail: string };

/*
 * Each statement here is one transaction. It writes only for runs whose lease token is still the one given: an answer that comes after its
 * lease was lost, or after its run ended, changes nothing. Each returns the tokens it wrote for: a late answer may come beside the one that counts.
 */

/**
 * Saves step results, first write wins, and either keeps the lease for what comes next or puts the run back in its queue: when told to, and
 * when the run has steps that the caller does not know of. Returns the tokens of the leases that are kept.
 */
export async function saveSteps(sql: Sql, items: StepToSave[]): Promise<Set<string>> {
  const rows = await sql<{ token: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.step.id)}::text[],
        ${items.map((i) => i.known ?? null)}::int[], ${items.map((i) => i.step.value)}::text[], ${items.map((i) => i.step.name)}::text[], ${items.map((i) => i.step.op)}::text[],
        ${items.map((i) => i.attempt)}::int[], ${items.map((i) => (i.release ? 1 : 0))}::int[]) as t (run, token, step, known, value, name, op, attempt, release)
    ), locked as (
      select r.id, i.token, i.known, i.release, (select count(*) from steps s where s.run_id = r.id) as seq
      from runs r join input i on i.run = r.id and r.lease_token = i.token where r.status = 'Running' order by r.id for no key update of r
    ), held as (
      select id, token, seq, case when known <> seq then 1 else release end as release from locked
    ), saved as (
      insert into steps (run_id, step_id, seq, value, name, op, attempt)
      select i.run, i.step, held.seq, i.value, i.name, i.op, i.attempt from input i join held on held.id = i.run and held.token = i.token on conflict do nothing
    ), moved as (
      update runs r set attempt = 0, stalls = 0, version = 2,
        lease_token = case when h.release = 1 then null else r.lease_token end, lease_until = case when h.release = 1 then null else r.lease_until end,
        lease_owner = case when h.release = 1 then null else r.lease_owner end, run_at = case when h.release = 1 then clock_timestamp() else r.run_at end
      from held h where r.id = h.id and (h.release = 1 or r.attempt > 0 or r.stalls > 0 or r.version < 2)
    )
    select token::text from held where release = 0`;
  return new Set(rows.map((row) => row.token));
}

/** Puts runs back in their queues that have saved steps since their call began; one that has not is left as it is. */
export async function giveTurns(sql: Sql, items: Turn[]): Promise<Set<string>> {
  const rows = await sql<{ token: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.known)}::int[]) as t (run, token, known)
    ), held as (
      select r.id, i.token from runs r join input i on i.run = r.id and r.lease_token = i.token
      where r.status = 'Running' and (select count(*) from steps s where s.run_id = r.id) > i.known order by r.id for no key update of r
    ), given as (
      update runs r set attempt = 0, stalls = 0, run_at = clock_timestamp(), lease_token = null, lease_until = null, lease_owner = null
      from held where r.id = held.id
    )
    select token::text from held`;
  return new Set(rows.map((row) => row.token));
}

/** Lets runs sleep or wait: the lease ends, and the run is due at `until` at the latest. */
export async function parkRuns(sql: Sql, items: Parking[]): Promise<Set<string>> {
  const rows = await sql<{ token: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.step.id)}::text[],
        ${items.map((i) => i.step.name)}::text[], ${items.map((i) => i.step.op)}::text[], ${items.map((i) => i.until.toISOString())}::timestamptz[],
        ${items.map((i) => i.wait?.event ?? null)}::text[], ${items.map((i) => i.wait?.matchKey ?? null)}::text[], ${items.map((i) => i.wait?.condition ?? null)}::text[])
        as t (run, token, step, name, op, until, event, match_key, condition)
    ), held as (
      select r.id, i.token from runs r join input i on i.run = r.id and r.lease_token = i.token where r.status = 'Running' order by r.id for no key update of r
    ), awaited as (
      insert into waits (run_id, kind, step_id, event_name, match_key, condition)
      select i.run, 'wait', i.step, i.event, i.match_key, i.condition from input i join held on held.id = i.run and held.token = i.token where i.event is not null
    ), parked as (
      update runs r set attempt = 0, stalls = 0, version = 2, pending_step = i.step, pending_name = i.name, pending_op = i.op, run_at = i.until,
        lease_token = null, lease_until = null, lease_owner = null
      from input i join held on held.id = i.run and held.token = i.token where r.id = i.run
    )
    select token::text from held`;
  return new Set(rows.map((row) => row.token));
}

/** Puts runs back to be called again later, and notes why in their history. */
export async function postponeRuns(sql: Sql, items: Postponing[]): Promise<Set<string>> {
  const rows = await sql<{ token: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.attempt)}::int[],
        ${items.map((i) => i.stalls)}::int[], ${items.map((i) => i.waitMs)}::float8[], ${items.map((i) => i.kind)}::text[], ${items.map((i) => i.detail)}::text[])
        as t (run, token, attempt, stalls, wait_ms, kind, detail)
    ), held as (
      select r.id, i.token from runs r join input i on i.run = r.id and r.lease_token = i.token where r.status = 'Running' order by r.id for no key update of r
    ), noted as (
      insert into history (run_id, kind, attempt, detail) select i.run, i.kind, i.attempt, i.detail from input i join held on held.id = i.run and held.token = i.token
    ), postponed as (
      update runs r set attempt = i.attempt, stalls = i.stalls, version = case when i.kind = 'unreachable' then r.version else 2 end,
        run_at = clock_timestamp() + i.wait_ms * interval '1 millisecond', lease_token = null, lease_until = null, lease_owner = null
      from input i join held on held.id = i.run and held.token = i.token where r.id = i.run
    )
    select token::text from held`;
  return new Set(rows.map((row) => row.token));
}
