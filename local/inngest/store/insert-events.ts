import { writeEvent } from "../protocol/call";
import { makeUlid, seededUlid } from "../protocol/ulid";
import type { Sql } from "./open-store";

export type Incoming = { name: string; data: Record<string, unknown>; id?: string; ts?: number; user?: unknown; v?: string };

/**
 * Keeps the events of one request, all or none, and returns their internal ids. They are routed to runs and waits afterwards, in the
 * order they came. A repeated request with the same seed adds nothing.
 */
export async function insertEvents(sql: Sql, events: Incoming[], seed: string | undefined, now: Date): Promise<string[]> {
  const rows = events.map((event, place) => {
    const iid = (seed && seededUlid(seed, place)) || makeUlid(now);
    const { _inngest, ...data } = event.data;
    const ts = event.ts ?? now.getTime();
    const id = event.id || iid;
    const body = writeEvent({ data, id, name: event.name, ts, user: event.user ?? {}, ...(event.v ? { v: event.v } : {}) });
    return { iid, id, name: event.name, body, startsAt: ts > now.getTime() ? new Date(ts).toISOString() : null };
  });
  await sql`
    with kept as (
      insert into events (iid, ext_id, name, body, pending, starts_at)
      select e.iid, e.id, e.name, e.body, true, e.starts_at from unnest(${rows.map((r) => r.iid)}::text[], ${rows.map((r) => r.id)}::text[],
        ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.body)}::text[], ${rows.map((r) => r.startsAt)}::timestamptz[]) with ordinality as e (iid, id, name, body, starts_at, place)
      order by e.place on conflict do nothing)
    select pg_notify('inngest_executor', '')`;
  return rows.map((row) => row.iid);
}
