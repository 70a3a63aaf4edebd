import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/access/connections";
import { instantOf, readRows } from "@/db/access/read-rows";

/** What the engine does every minute by timers of its own, and would stop doing in silence. */
export const beating = ["sweep", "poll"] as const;
export type Beating = (typeof beating)[number];

/** Why the server took no event. Kept in a row and said in words; never the server's own sentence, which may hold an address. */
export type Refusal = "unreachable" | "too slow" | "wrong key" | "plan used up" | "failing" | "refused";

/** Instants by the database's clock: those of several machines may differ. */
export type Beats = {
  now: Date;
  sweepAt: Date | null;
  pollAt: Date | null;
  /** When it was last woken by an event of ours. */
  wokenAt: Date | null;
  /** When the server last took events. */
  takenAt: Date | null;
  refused: Refusal | null;
  refusedSince: Date | null;
  /** Events of all teams that the server has not got yet. */
  waiting: number;
  waitingSince: Date | null;
};

/** More waiting events than this are said as "more than". */
export const mostWaiting = 1000;

type Row = {
  now: string;
  sweep: string | null;
  poll: string | null;
  woken: string | null;
  taken: string | null;
  refused: Refusal | null;
  refusedSince: string | null;
  waiting: number;
  waitingSince: string | null;
};

/** One statement, whatever waits in the outbox. Under the system's role. */
export async function readBeats(tx: Transaction): Promise<Beats> {
  const [row] = await readRows<Row>(
    tx,
    sql`select clock_timestamp()::text as now,
          max(b.at) filter (where b.kind = 'sweep')::text as sweep, max(b.at) filter (where b.kind = 'poll')::text as poll,
          max(b.woken_at) filter (where b.kind <> 'events')::text as woken, max(b.at) filter (where b.kind = 'events')::text as taken,
          max(b.refused) as refused, max(b.refused_since)::text as "refusedSince",
          (select count(*)::int from (select 1 from outbox where sent_at is null limit ${mostWaiting + 1}) w) as waiting,
          (select o.created_at::text from outbox o where o.sent_at is null order by o.id limit 1) as "waitingSince"
        from app_private.engine_beats b`,
  );
  if (!row) throw new Error("The beats of the engine could not be read.");
  return {
    now: instantOf(row.now),
    sweepAt: instantOf(row.sweep),
    pollAt: instantOf(row.poll),
    wokenAt: instantOf(row.woken),
    takenAt: instantOf(row.taken),
    refused: row.refused,
    refusedSince: instantOf(row.refusedSince),
    waiting: row.waiting,
    waitingSince: instantOf(row.waitingSince),
  };
}
