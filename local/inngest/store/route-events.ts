import { type Expression, evaluate, findEquality, matchKey, matchKeys, parseExpression, read } from "../expressions";
import { parseInstant } from "../protocol/duration";
import { makeUlid } from "../protocol/ulid";
import { endRuns } from "./end-runs";
import { type Listening, readFunctions } from "./functions";
import type { Query, Sql } from "./open-store";

type EventRow = {
  seq: string;
  iid: string;
  extId: string;
  name: string;
  body: string;
  target: string | null;
  startsAt: Date | null;
};
type Start = { id: string; fn: Listening; event: EventRow; data: unknown };
type Hit = {
  id: string;
  runId: string;
  kind: "wait" | "cancel";
  condition: string | null;
  place: number;
  functionId: string;
  event: string;
  eventName: string;
};

/**
 * Routes the next events, oldest first, in one transaction: starts runs, then wakes those that wait, then cancels. One router at a time,
 * also among executors, so that a stop never overtakes the start it means. Returns how many were routed.
 */
export async function routeEvents(sql: Sql, now: Date, count = 200): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(72417103)`;
    const events = await tx<
      EventRow[]
    >`select seq::text, iid, ext_id as "extId", name, body, target, starts_at as "startsAt" from events where pending order by seq limit ${count}`;
    if (events.length === 0) return 0;
    const bodies = events.map((event) => JSON.parse(event.body) as unknown);
    const starts = await claimStarts(tx, findStarts(events, bodies, await readFunctions(tx), now), now);
    if (starts.length > 0) await insertRuns(tx, starts, now);
    await wakeAndCancel(tx, events, bodies, now);
    await tx`update events set pending = false where iid = any(${events.map((event) => event.iid)})`;
    return events.length;
  });
}

function findStarts(events: EventRow[], bodies: unknown[], functions: Listening[], now: Date): Start[] {
  const seen = new Set<string>();
  return events.flatMap((event, place) =>
    functions.flatMap((fn) => {
      const data = bodies[place];
      const fits = event.target
        ? event.target === fn.id
        : fn.config.triggers.some((trigger) => trigger.event === event.name && holds(trigger.expression, data));
      const key = JSON.stringify([fn.id, event.extId]);
      if (!fits || seen.has(key)) return [];
      seen.add(key);
      return [{ id: makeUlid(now), fn, event, data }];
    }),
  );
}

/** One run for a function and event id within 24 hours. */
async function claimStarts(tx: Query, starts: Start[], now: Date): Promise<Start[]> {
  if (starts.length === 0) return [];
  const claimed = await tx<{ run_id: string }[]>`
    insert into starts as s (function_id, event_id, run_id, expires_at)
    select f, e, r, ${now}::timestamptz + interval '24 hours' from unnest(${starts.map((s) => s.fn.id)}::text[], ${starts.map((s) => s.event.extId)}::text[], ${starts.map((s) => s.id)}::text[]) as t (f, e, r)
    on conflict (function_id, event_id) do update set run_id = excluded.run_id, expires_at = excluded.expires_at where s.expires_at <= ${now}
    returning run_id`;
  const ids = new Set(claimed.map((row) => row.run_id));
  return starts.filter((start) => ids.has(start.id));
}

async function insertRuns(tx: Query, starts: Start[], now: Date) {
  const runs = starts.map((start) => {
    const slots = start.fn.config.slots.map((slot) => {
      const value = slot.key ? evaluate(expression(slot.key), { event: start.data }) : "";
      return JSON.stringify(slot.scope === "fn" ? [start.fn.id, slot.key ?? "", value ?? false] : [slot.key, value ?? false]);
    });
    return { ...start, slots, queue: JSON.stringify([start.fn.id, ...slots]) };
  });
  await tx`
    insert into runs (id, function_id, function_version, event_iid, event_seq, queue, slot1, slot2, run_at)
    select id, fn, version, iid, seq, queue, slot1, slot2, greatest(clock_timestamp(), starts_at)
    from unnest(${runs.map((r) => r.id)}::text[], ${runs.map((r) => r.fn.id)}::text[], ${runs.map((r) => r.fn.version)}::int[], ${runs.map((r) => r.event.iid)}::text[],
      ${runs.map((r) => r.event.seq)}::bigint[], ${runs.map((r) => r.queue)}::text[], ${runs.map((r) => r.slots[0] ?? null)}::text[], ${runs.map((r) => r.slots[1] ?? null)}::text[],
      ${runs.map((r) => r.event.startsAt?.toISOString() ?? null)}::timestamptz[]) as t (id, fn, version, iid, seq, queue, slot1, slot2, starts_at)`;
  const rules = runs.flatMap((run) =>
    run.fn.config.cancel.map((rule) => ({
      runId: run.id,
      event: rule.event,
      expires: rule.timeout ? (parseInstant(rule.timeout, now)?.toISOString() ?? null) : null,
      ...indexCondition(rule.if, run.data),
    })),
  );
  if (rules.length === 0) return;
  await tx`insert into waits (run_id, kind, event_name, match_key, condition, expires_at)
    select r, 'cancel', e, k, c, x from unnest(${rules.map((r) => r.runId)}::text[], ${rules.map((r) => r.event)}::text[], ${rules.map((r) => r.matchKey)}::text[],
      ${rules.map((r) => r.condition ?? null)}::text[], ${rules.map((r) => r.expires)}::timestamptz[]) as t (r, e, k, c, x)`;
}

async function wakeAndCancel(tx: Query, events: EventRow[], bodies: unknown[], now: Date) {
  const keys = events.flatMap((event, place) =>
    ["", ...matchKeys(bodies[place])].map((key) => ({ place, name: event.name, seq: event.seq, key })),
  );
  const found = await tx<Hit[]>`
    select w.id::text, w.run_id as "runId", w.kind, w.condition, t.place, r.function_id as "functionId", e.body as event, e.name as "eventName"
    from unnest(${keys.map((k) => k.place)}::int[], ${keys.map((k) => k.name)}::text[], ${keys.map((k) => k.seq)}::bigint[], ${keys.map((k) => k.key)}::text[]) as t (place, name, seq, key)
    join waits w on w.event_name = t.name and w.match_key = t.key and (w.expires_at is null or w.expires_at > ${now})
    join runs r on r.id = w.run_id and r.status = 'Running' and r.event_seq < t.seq join events e on e.iid = r.event_iid
    order by t.seq`;
  const hits = found.filter((hit) => holds(hit.condition ?? undefined, JSON.parse(hit.event), bodies[hit.place]));
  if (hits.length === 0) return;
  // Runs first, in the order of their ids, as everybody locks them: then a timeout or an answer at the same instant waits or has been.
  await tx`select id from runs where id = any(${[...new Set(hits.map((hit) => hit.runId))]}) order by id for no key update`;
  const first = new Map<string, Hit>();
  for (const hit of hits) if (hit.kind === "wait" && !first.has(hit.id)) first.set(hit.id, hit);
  const woken = [...first.values()];
  if (woken.length > 0) await wake(tx, woken, events);
  const cancelled = new Map(hits.filter((hit) => hit.kind === "cancel").map((hit) => [hit.runId, hit]));
  if (cancelled.size > 0) {
    const endings = [...cancelled.values()].map((hit) => ({ run: { ...hit, id: hit.runId }, status: "Cancelled" as const }));
    await endRuns(tx, endings, now);
  }
}

/** The event becomes the wait's result, if its timeout has not been there before. */
async function wake(tx: Query, hits: Hit[], events: EventRow[]) {
  await tx`
    with consumed as (
      delete from waits w using unnest(${hits.map((h) => h.id)}::bigint[], ${hits.map((h) => events[h.place]?.body ?? "null")}::text[]) as t (id, value)
      where w.id = t.id returning w.run_id, w.step_id, t.value
    ), woken as (
      update runs r set run_at = clock_timestamp(), pending_step = null, pending_name = null, pending_op = null from consumed c
      where r.id = c.run_id and r.status = 'Running' and r.pending_step = c.step_id returning r.id, c.step_id, c.value
    )
    insert into steps (run_id, step_id, seq, value, name, op)
    select w.id, w.step_id, (select count(*) from steps s where s.run_id = w.id), w.value, coalesce((select r.pending_name from runs r where r.id = w.id), w.step_id), 'WaitForEvent' from woken w on conflict do nothing`;
}

const parsed = new Map<string, Expression>();
function expression(text: string): Expression {
  const node = parsed.get(text) ?? parseExpression(text);
  parsed.set(text, node);
  return node;
}

const holds = (condition: string | undefined, event: unknown, async?: unknown) =>
  condition === undefined || Boolean(evaluate(expression(condition), { event, async }));

/** How a condition is kept: a key to find it by, and the condition itself where the key does not say it all. */
export function indexCondition(condition: string | undefined, event: unknown): { matchKey: string; condition?: string } {
  if (!condition) return { matchKey: "" };
  const node = expression(condition);
  const equality = findEquality(node);
  const key = equality && matchKey(equality.asyncPath, read(equality.eventPath, event));
  if (!key) return { matchKey: "", condition };
  return node.kind === "binary" && node.op === "==" ? { matchKey: key } : { matchKey: key, condition };
}
