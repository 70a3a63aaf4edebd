import { nextTick, tickName } from "../cron";
import { writeEvent } from "../protocol/call";
import { makeUlid } from "../protocol/ulid";
import { readFunctions } from "./functions";
import type { Sql } from "./open-store";

/**
 * Makes the events of every cron tick that is due and returns the milliseconds to the next. However many ticks were missed while no executor
 * ran, one is made up for. A tick's event id is its time, so that two executors start one run.
 */
export async function tickCrons(sql: Sql, now: Date): Promise<number | undefined> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(72417104)`;
    const wanted = (await readFunctions(tx)).flatMap((fn) =>
      fn.config.triggers.flatMap((trigger) => (trigger.cron ? [{ id: fn.id, cron: trigger.cron }] : [])),
    );
    const kept = await tx<{ id: string; cron: string; next: Date }[]>`select function_id as id, cron, next_at as next from ticks`;
    let soonest: number | undefined;
    for (const { id, cron } of wanted) {
      const due = kept.find((tick) => tick.id === id && tick.cron === cron)?.next;
      const next = due && due > now ? due : nextTick(cron, now);
      if (due && due <= now) {
        const tick = tickName(due);
        const body = writeEvent({
          data: { cron, fireAt: tick, scheduledAt: tick },
          id: tick,
          name: "inngest/scheduled.timer",
          ts: due.getTime(),
          user: {},
        });
        await tx`insert into events (iid, ext_id, name, body, pending, target) values (${makeUlid(now)}, ${tick}, 'inngest/scheduled.timer', ${body}, true, ${id})`;
        await tx`notify inngest_executor`;
      }
      if (!next) continue;
      if (next !== due)
        await tx`insert into ticks (function_id, cron, next_at) values (${id}, ${cron}, ${next}) on conflict (function_id, cron) do update set next_at = excluded.next_at`;
      const ms = next.getTime() - now.getTime();
      soonest = soonest === undefined ? ms : Math.min(soonest, ms);
    }
    return soonest;
  });
}
