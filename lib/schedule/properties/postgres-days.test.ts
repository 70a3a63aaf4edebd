import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { isTimeZone } from "../is-time-zone";
import { localDay } from "../local-day";
import { LAW_CHANGED, PROVE, ZONES } from "./arbitraries";

/**
 * The triggers that keep the daily numbers ask Postgres for the day of a team; everything else asks localDay. Both know the clocks
 * from data of their own. Here they are compared at each change of a clock from 2020 to 2040, and at the midnights around it.
 */
const zones = PROVE
  ? ZONES.filter((zone) => !LAW_CHANGED.includes(zone))
  : [
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "America/Santiago",
      "America/St_Johns",
      "Asia/Beirut",
      "Africa/Cairo",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
      "Pacific/Kiritimati",
    ];
const first = Temporal.Instant.from("2020-01-01T00:00Z");
const last = Temporal.Instant.from("2041-01-01T00:00Z");

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("Postgres knows every zone that may be chosen", async () => {
  const known = new Set((await db.admin`select name from pg_timezone_names`).map((row) => row.name));
  expect(ZONES.filter((zone) => !isTimeZone(zone) || !known.has(zone))).toEqual([]);
});

test("Postgres and localDay name the same day around every change of a clock", { timeout: 120_000 }, async () => {
  const moments = zones.flatMap((zone) => momentsOf(zone).map((at) => ({ zone, at })));
  const rows = await db.admin<{ day: string }[]>`
    select to_char((x.at at time zone x.zone)::date, 'YYYY-MM-DD') as day
    from unnest(${moments.map(({ zone }) => zone)}::text[], ${moments.map(({ at }) => at.toString())}::text[]::timestamptz[])
      with ordinality as x(zone, at, n) order by x.n`;
  const differing = moments.flatMap(({ zone, at }, n) => {
    const { key } = localDay({ timeZone: zone }, at);
    return rows[n]?.day === key ? [] : [`${zone} ${at}: ${rows[n]?.day} in Postgres, ${key} here`];
  });
  expect(differing).toEqual([]);
  expect(moments.length).toBeGreaterThan(1_000);
});

/** A second and a millisecond before and after, and at: each change of the clock, and the midnight before and after it. */
function momentsOf(timeZone: string): Temporal.Instant[] {
  const edges: Temporal.Instant[] = [];
  let next = first.toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
  while (next && Temporal.Instant.compare(next.toInstant(), last) < 0) {
    const { start, end } = localDay({ timeZone }, next.toInstant());
    edges.push(start, next.toInstant(), end);
    next = next.getTimeZoneTransition("next");
  }
  return edges.flatMap((edge) => [-1000, -1, 0, 1, 1000].map((milliseconds) => edge.add({ milliseconds })));
}
