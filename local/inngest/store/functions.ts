import type { FunctionConfig } from "../protocol/function-config";
import type { Query, Sql } from "./open-store";

export type Registration = { appId: string; url: string; checksum: string; functions: FunctionConfig[] };

/**
 * Takes over what an app registered. Functions missing from it are archived: no new runs, and their open runs wait for them to come back.
 * Returns whether anything changed.
 */
export async function saveFunctions(sql: Sql, { appId, url, checksum, functions }: Registration): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(72417102)`;
    const [app] = await tx<{ checksum: string }[]>`select checksum from apps where id = ${appId}`;
    if (app?.checksum === checksum) return false;
    await tx`insert into apps (id, url, checksum) values (${appId}, ${url}, ${checksum})
      on conflict (id) do update set url = excluded.url, checksum = excluded.checksum, synced_at = now()`;
    for (const config of functions) {
      const listens = [...config.triggers.flatMap((trigger) => trigger.event ?? []), ...config.cancel.map((rule) => rule.event)];
      await tx`insert into functions (id, app_id, config, url, max_attempts, limits, listens)
        values (${config.id}, ${appId}, ${tx.json(config as never)}, ${config.url}, ${config.maxAttempts}, ${config.slots.map((slot) => slot.limit)}::int[], ${listens}::text[])
        on conflict (id) do update set app_id = excluded.app_id, config = excluded.config, url = excluded.url, max_attempts = excluded.max_attempts,
          limits = excluded.limits, listens = excluded.listens, version = functions.version + 1, archived_at = null`;
    }
    const ids = functions.map((config) => config.id);
    await tx`update functions set archived_at = now() where app_id = ${appId} and archived_at is null and not (id = any(${ids}::text[]))`;
    await tx`delete from ticks t where not exists (
      select 1 from functions f, jsonb_array_elements(f.config -> 'triggers') as trigger
      where f.id = t.function_id and f.archived_at is null and trigger ->> 'cron' = t.cron)`;
    await tx`notify inngest_executor`;
    return true;
  });
}

export type Listening = { id: string; version: number; config: FunctionConfig };

/** The functions that may start runs. */
export async function readFunctions(sql: Query): Promise<Listening[]> {
  return sql<Listening[]>`select id, version, config from functions where archived_at is null order by id`;
}
