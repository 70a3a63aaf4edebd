import type { Leased, SavedStep } from "../protocol/call";
import type { Sql } from "./open-store";

type Held = Pick<Leased, "id" | "token">;
export type StepToSave = { run: Held; step: SavedStep; seq: number; attempt: number; release: boolean };
export type Parking = {
  run: Held;
  step: { id: string; name: string; op: string };
  until: Date;
  wait?: { event: string; matchKey: string; condition?: string };
};
export type Postponing = { run: Held; attempt: number; stalls: number; waitMs: number; kind: string; detail: string };

/*
 * Each statement here is one transaction. It writes only for runs whose lease token is still the one given: an answer that comes after its
 * lease was lost, or after its run ended, changes nothing. Each returns the ids of the runs it wrote for.
 */

/** Saves step results, first write wins, and either keeps the lease for the next call or puts the run back in its queue. */
export async function saveSteps(sql: Sql, items: StepToSave[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.step.id)}::text[],
        ${items.map((i) => i.seq)}::int[], ${items.map((i) => i.step.value)}::text[], ${items.map((i) => i.step.name)}::text[], ${items.map((i) => i.step.op)}::text[],
        ${items.map((i) => i.attempt)}::int[], ${items.map((i) => (i.release ? 1 : 0))}::int[]) as t (run, token, step, seq, value, name, op, attempt, release)
    ), held as (
      select r.id from runs r join input i on i.run = r.id and r.lease_token = i.token where r.status = 'Running' order by r.id for no key update of r
    ), saved as (
      insert into steps (run_id, step_id, seq, value, name, op, attempt)
      select i.run, i.step, i.seq, i.value, i.name, i.op, i.attempt from input i join held on held.id = i.run on conflict do nothing
    ), moved as (
      update runs r set attempt = 0, stalls = 0, version = 2,
        lease_token = case when i.release = 1 then null else r.lease_token end, lease_until = case when i.release = 1 then null else r.lease_until end,
        lease_owner = case when i.release = 1 then null else r.lease_owner end, run_at = case when i.release = 1 then clock_timestamp() else r.run_at end
      from input i join held on held.id = i.run where r.id = i.run and (i.release = 1 or r.attempt > 0 or r.stalls > 0 or r.version < 2)
    )
    select id from held`;
  return new Set(rows.map((row) => row.id));
}

/** Lets runs sleep or wait: the lease ends, and the run is due at `until` at the latest. */
export async function parkRuns(sql: Sql, items: Parking[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.step.id)}::text[],
        ${items.map((i) => i.step.name)}::text[], ${items.map((i) => i.step.op)}::text[], ${items.map((i) => i.until.toISOString())}::timestamptz[],
        ${items.map((i) => i.wait?.event ?? null)}::text[], ${items.map((i) => i.wait?.matchKey ?? null)}::text[], ${items.map((i) => i.wait?.condition ?? null)}::text[])
        as t (run, token, step, name, op, until, event, match_key, condition)
    ), held as (
      select r.id from runs r join input i on i.run = r.id and r.lease_token = i.token where r.status = 'Running' order by r.id for no key update of r
    ), awaited as (
      insert into waits (run_id, kind, step_id, event_name, match_key, condition)
      select i.run, 'wait', i.step, i.event, i.match_key, i.condition from input i join held on held.id = i.run where i.event is not null
    ), parked as (
      update runs r set attempt = 0, stalls = 0, version = 2, pending_step = i.step, pending_name = i.name, pending_op = i.op, run_at = i.until,
        lease_token = null, lease_until = null, lease_owner = null
      from input i join held on held.id = i.run where r.id = i.run
    )
    select id from held`;
  return new Set(rows.map((row) => row.id));
}

/** Puts runs back to be called again later, and notes why in their history. */
export async function postponeRuns(sql: Sql, items: Postponing[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.run.token)}::bigint[], ${items.map((i) => i.attempt)}::int[],
        ${items.map((i) => i.stalls)}::int[], ${items.map((i) => i.waitMs)}::float8[], ${items.map((i) => i.kind)}::text[], ${items.map((i) => i.detail)}::text[])
        as t (run, token, attempt, stalls, wait_ms, kind, detail)
    ), held as (
      select r.id from runs r join input i on i.run = r.id and r.lease_token = i.token where r.status = 'Running' order by r.id for no key update of r
    ), noted as (
      insert into history (run_id, kind, attempt, detail) select i.run, i.kind, i.attempt, i.detail from input i join held on held.id = i.run
    ), postponed as (
      update runs r set attempt = i.attempt, stalls = i.stalls, version = case when i.kind = 'unreachable' then r.version else 2 end,
        run_at = clock_timestamp() + i.wait_ms * interval '1 millisecond', lease_token = null, lease_until = null, lease_owner = null
      from input i join held on held.id = i.run where r.id = i.run
    )
    select id from held`;
  return new Set(rows.map((row) => row.id));
}
