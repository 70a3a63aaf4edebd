import type { Sql } from "./open-store";

type RunRow = {
  id: string;
  functionId: string;
  version: number;
  eventIid: string;
  status: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  output: string | null;
  error: string | null;
  body: string;
};
export type RunFilter = { id?: string; event?: string; functionId?: string; status?: string; before?: string; limit: number };

/** Runs in the shape of the real server's `/v1/runs`, newest first. */
export async function readRuns(sql: Sql, { id, event, functionId, status, before, limit }: RunFilter) {
  const rows = await sql<RunRow[]>`
    select r.id, r.function_id as "functionId", r.function_version as version, r.event_iid as "eventIid", r.status, r.created_at as "createdAt",
      r.started_at as "startedAt", r.ended_at as "endedAt", r.output, r.error, e.body
    from runs r join events e on e.iid = r.event_iid
    where true ${id ? sql`and r.id = ${id}` : sql``} ${event ? sql`and r.event_iid = ${event}` : sql``} ${functionId ? sql`and r.function_id = ${functionId}` : sql``}
      ${status ? sql`and r.status = ${status}` : sql``} ${before ? sql`and r.id < ${before}` : sql``}
    order by r.id desc limit ${limit}`;
  return rows.map((row) => ({
    run_id: row.id,
    function_id: row.functionId,
    function_version: row.version,
    environment_id: "",
    event_id: row.eventIid,
    status: row.status,
    run_started_at: row.startedAt ?? row.createdAt,
    ended_at: row.endedAt,
    output: parse(row.error ?? row.output),
    event: parse(row.body),
  }));
}

/** What happened in a run: saved steps, in order, and what was postponed and why. */
export async function readHistory(sql: Sql, runId: string) {
  const steps = await sql<{ id: string; name: string; op: string; attempt: number; at: Date; value: string }[]>`
    select step_id as id, name, op, attempt, saved_at as at, value from steps where run_id = ${runId} order by seq, step_id`;
  const notes = await sql`select kind, attempt, at, detail from history where run_id = ${runId} order by id`;
  return { steps: steps.map((step) => ({ ...step, value: parse(step.value) })), notes };
}

export type EventFilter = { id?: string; name?: string; after?: string; cursor?: string; limit: number };

/** Events in the shape of `/v1/events`, newest first. */
export async function readEvents(sql: Sql, { id, name, after, cursor, limit }: EventFilter) {
  const rows = await sql<{ iid: string; body: string; receivedAt: Date }[]>`
    select iid, body, received_at as "receivedAt" from events
    where true ${id ? sql`and iid = ${id}` : sql``} ${name ? sql`and name = ${name}` : sql``} ${after ? sql`and received_at > ${after}` : sql``} ${cursor ? sql`and iid < ${cursor}` : sql``}
    order by iid desc limit ${limit}`;
  return rows.map((row) => ({
    internal_id: row.iid,
    received_at: row.receivedAt,
    ...(parse(row.body) as Record<string, unknown>),
  }));
}

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
