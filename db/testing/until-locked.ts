import { expect, vi } from "vitest";
import type { TestDatabase } from "./test-database";

/** Until a transaction of this database waits for a lock that another one holds. */
export async function untilLocked({ admin, name }: TestDatabase) {
  await vi.waitFor(
    async () =>
      expect(await admin`select 1 from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'`).toHaveLength(1),
    { timeout: 10_000, interval: 20 },
  );
}
