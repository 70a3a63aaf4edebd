import { expect } from "@playwright/test";
import postgres from "postgres";

const lock = 4_201_000;
const url = process.env.E2E_DATABASE_URL ?? "";

export type Traps = Awaited<ReturnType<typeof openTraps>>;

/**
 * Holds the product's transactions where they write a state of the ledger: a trigger of this test alone, which waits for a lock that the
 * test keeps. What waits there is not committed.
 */
export async function openTraps() {
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  await sql.unsafe(`
    create or replace function test_trap() returns trigger language plpgsql security definer as $$
    begin
      if new.state is distinct from old.state then perform pg_advisory_xact_lock_shared(${lock} + length(new.state)); end if;
      return new;
    end $$;
    drop trigger if exists test_trap on deliveries;
    create trigger test_trap before update on deliveries for each row execute function test_trap();`);
  // A lock goes with its connection, also where the server is killed meanwhile.
  const kept = new Map<string, postgres.Sql>();
  const keyOf = (state: string) => lock + state.length;
  const open = async (state: string) => {
    await kept.get(state)?.end({ timeout: 2 });
    kept.delete(state);
  };
  return {
    sql,
    set: async (state: string) => {
      await open(state);
      const keep = postgres(url, { max: 1, onnotice: () => {} });
      kept.set(state, keep);
      await keep`select pg_advisory_lock(${keyOf(state)}::bigint)`;
    },
    /** Until a transaction waits in the trap. @throws Error after the limit. */
    untilSprung: async (state: string, limitMs = 60_000) => {
      const waiting = async () =>
        (await sql`select 1 from pg_locks where locktype = 'advisory' and not granted and objid = ${keyOf(state)}`).length > 0;
      await expect
        .poll(waiting, { message: `somebody comes to write "${state}"`, timeout: limitMs, intervals: [100] })
        .toBe(true);
    },
    open,
    close: async () => {
      for (const state of kept.keys()) await open(state);
      await sql.unsafe("drop trigger if exists test_trap on deliveries; drop function if exists test_trap()");
      await sql.end({ timeout: 2 });
    },
  };
}
