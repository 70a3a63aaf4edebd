import { sql } from "drizzle-orm";
import { readRows } from "./read-rows";
import { type TeamTransaction, withTeam } from "./with-team";

/** Gives the instant inside a transaction. Tests tell one of their own; everything else asks the database. */
export type Clock = (tx: TeamTransaction) => Date | Promise<Date>;

/**
 * The instant by the database's clock, whatever the transaction waited for before. Whether a mail may leave is decided by this one: of
 * several machines one may be an hour ahead, and it would send before the slot.
 */
export const databaseClock: Clock = async (tx) => {
  // As a number: a timestamp's text would be cut to the precision of its session.
  const [row] = await readRows<{ at: number }>(
    tx,
    sql`select (extract(epoch from clock_timestamp()) * 1000)::double precision as at`,
  );
  if (!row) throw new Error("The database told no time.");
  return new Date(Math.floor(row.at));
};

/** The same outside a transaction, for whoever plans slots and sleeps. */
export function readClock(teamId: string, clock: Clock = databaseClock): Promise<Date> {
  return withTeam({ teamId, memberId: null }, async (tx) => clock(tx));
}
