import type { Leased } from "../protocol/call";
import type { Sql } from "./open-store";

type Row = Omit<Leased, "steps"> & { ids: string[]; values: string[] };

/** Leases up to `count` due runs for `owner` and reads all that their next calls need. */
export async function pickRuns(sql: Sql, owner: string, count: number, leaseSeconds: number): Promise<Leased[]> {
  const picked = await sql<{ pick: string }[]>`select pick(${owner}, ${count}, ${leaseSeconds} * interval '1 second')`;
  if (picked.length === 0) return [];
  const rows = await sql<Row[]>`
    select r.id, r.lease_token::text as token, r.function_id as "functionId", f.url, f.max_attempts as "maxAttempts", r.attempt, r.stalls, r.version,
      e.body as event, e.name as "eventName",
      array(select step_id from steps where run_id = r.id order by seq, step_id) as ids,
      array(select value from steps where run_id = r.id order by seq, step_id) as values
    from runs r join functions f on f.id = r.function_id join events e on e.iid = r.event_iid
    where r.id = any(${picked.map((row) => row.pick)}) and r.lease_owner = ${owner}`;
  return rows.map(({ ids, values, ...run }) => ({
    ...run,
    steps: ids.map((id, place) => ({ id, value: values[place] ?? "null" })),
  }));
}

/** Milliseconds until the next run is due that is not due yet; undefined when none sleeps. */
export async function msToNextRun(sql: Sql): Promise<number | undefined> {
  const [row] = await sql<{ ms: number | null }[]>`
    select (extract(epoch from min(run_at) - clock_timestamp()) * 1000)::float8 as ms from runs where run_at > clock_timestamp() and lease_token is null`;
  return row?.ms ?? undefined;
}

/** Lengthens leases. Those not answered are no longer ours. */
export async function renewLeases(sql: Sql, tokens: string[], leaseSeconds: number) {
  await sql`update runs set lease_until = clock_timestamp() + ${leaseSeconds} * interval '1 second' where lease_token = any(${tokens}::bigint[])`;
}

/** Gives back every run this executor still holds: their calls will be made again by whoever comes next. */
export async function releaseLeases(sql: Sql, owner: string) {
  await sql`update runs set lease_token = null, lease_until = null, lease_owner = null where lease_owner = ${owner}`;
}
