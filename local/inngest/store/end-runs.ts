import { type EventBody, writeEvent } from "../protocol/call";
import { type Failure, toJson } from "../protocol/ops";
import { makeUlid } from "../protocol/ulid";
import type { Query } from "./open-store";

type Status = "Completed" | "Failed" | "Cancelled";
/** `token` is the lease under which the run ends; none means that it ends whoever holds it. */
export type Ending = {
  run: { id: string; functionId: string; event: string; eventName: string };
  token?: string;
  status: Status;
  output?: string;
  error?: Failure;
};

/**
 * Ends runs, each once: status, waits and lifecycle events change together. Returns the ids of those that ended now.
 * A lifecycle event that nobody listens to is only kept for the record.
 */
export async function endRuns(sql: Query, items: Ending[], now: Date): Promise<Set<string>> {
  const events = items.flatMap((item) => lifecycleEvents(item, now));
  const rows = await sql<{ id: string }[]>`
    with input as (
      select * from unnest(${items.map((i) => i.run.id)}::text[], ${items.map((i) => i.token ?? null)}::bigint[], ${items.map((i) => i.status)}::text[],
        ${items.map((i) => i.output ?? null)}::text[], ${items.map((i) => (i.error ? toJson(i.error) : null))}::text[]) as t (run, token, status, output, error)
    ), held as (
      select r.id, i.token from runs r join input i on i.run = r.id and (i.token is null or r.lease_token = i.token) where r.status = 'Running' order by r.id for no key update of r
    ), ended as (
      update runs r set status = i.status, output = i.output, error = i.error, ended_at = clock_timestamp(), run_at = null,
        lease_token = null, lease_until = null, lease_owner = null, pending_step = null, pending_name = null, pending_op = null
      from input i join held on held.id = i.run and held.token is not distinct from i.token where r.id = i.run
    ), unawaited as (
      delete from waits w using held where w.run_id = held.id
    ), told as (
      insert into events (iid, ext_id, name, body, pending)
      select e.iid, e.ext_id, e.name, e.body,
        exists (select 1 from functions f where f.archived_at is null and f.listens @> array[e.name]) or exists (select 1 from waits w where w.event_name = e.name)
      from unnest(${events.map((e) => e.runId)}::text[], ${events.map((e) => e.token)}::bigint[], ${events.map((e) => e.iid)}::text[], ${events.map((e) => e.body.id)}::text[],
        ${events.map((e) => e.body.name)}::text[], ${events.map((e) => writeEvent(e.body))}::text[]) as e (run, token, iid, ext_id, name, body)
      join held on held.id = e.run and held.token is not distinct from e.token
    )
    select id from held`;
  return new Set(rows.map((row) => row.id));
}

type Told = { runId: string; token: string | null; iid: string; body: EventBody };

/** What the other functions hear of an ending. Runs that such an event started tell nothing themselves, or they would never stop. */
function lifecycleEvents({ run, token, status, output, error }: Ending, now: Date): Told[] {
  if (run.eventName === "inngest/function.failed" || run.eventName === "inngest/function.finished") return [];
  const event: unknown = JSON.parse(run.event);
  const about = { function_id: run.functionId, run_id: run.id, event, events: [event] };
  const failure = error && { error: `${error.name}: ${error.message}`, ...error };
  const make = (name: string, data: Record<string, unknown>, id?: string) => {
    const iid = makeUlid(now);
    return { runId: run.id, token: token ?? null, iid, body: { data, id: id ?? iid, name, ts: now.getTime(), user: {} } };
  };
  const outcome =
    status === "Completed" ? { result: JSON.parse(output ?? "null") as unknown } : failure ? { error: failure } : {};
  const told = [make("inngest/function.finished", { ...about, ...outcome, _inngest: { status } })];
  if (status === "Failed") told.push(make("inngest/function.failed", { ...about, error: failure }, run.id));
  if (status === "Cancelled") told.push(make("inngest/function.cancelled", { ...about, _inngest: { status } }, run.id));
  return told;
}
