import postgres from "postgres";

/** A connection of its own, for a test that looks with somebody else's eyes. */
export function connectAs(url: string): postgres.Sql {
  return postgres(url, { max: 2, onnotice: () => {} });
}
