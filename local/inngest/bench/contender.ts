import type postgres from "postgres";

/** The two shapes of the bench: runs that hinder nobody, and runs of twenty keys of which each lets two work at a time. */
export type Shape = "plain" | "keyed";

/** One engine under measure. `start` brings its processes up on a database of their own. */
export type Contender = { name: string; start: (databaseUrl: string, sql: postgres.Sql) => Promise<Running> };

export type Running = {
  /** The ids of its own processes, by what they do. Postgres is looked at beside them. */
  processes: Record<string, number>;
  /** Starts `count` runs of four steps each; `tag` is new each time. */
  begin: (shape: Shape, tag: string, count: number) => Promise<void>;
  /** How many runs are not at their end yet. */
  countOpen: () => Promise<number>;
  countSteps: () => Promise<number>;
  stop: () => Promise<void>;
};

export const stepsOfRun = 4;
export const keyCount = 20;
