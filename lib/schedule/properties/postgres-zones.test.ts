import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { checkRules } from "../check-rules";
import { isTimeZone } from "../is-time-zone";
import { LAW_CHANGED, ZONES } from "./arbitraries";

/** What ICU takes besides, or once did; the second is what Postgres reads the other way round, or as something else. */
const shortIds =
  "ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST EST MST HST CET MET EET WET EST5EDT PST8PDT".split(
    " ",
  );
const systemV = "AST4 AST4ADT EST5 EST5EDT CST6 CST6CDT MST7 MST7MDT PST8 PST8PDT YST9 YST9YDT HST10"
  .split(" ")
  .map((name) => `SystemV/${name}`);
const offsets = ["+05:30", "+0530", "-03:00", "+05", "05:30", "UTC+3", "GMT+5", "GMT", "Z"];
const posix = ["FOO0", "<+0530>-05:30", "EST5EDT,M3.2.0,M11.1.0", "Foo/Bar5", "Europe/Berlin5", "Etc/GMT+25", "Etc/GMT-15"];
const never = [
  "",
  " ",
  "Mars/Base",
  "US/Pacific-New",
  "Canada/East-Saskatchewan",
  "posix/Europe/Berlin",
  "Etc/Unknown",
  "Factory",
];
const capitals = ["europe/berlin", "EUROPE/BERLIN", "America/new_york", "utc", "Etc/gmt+5"];
const refused = [...shortIds, ...systemV, ...offsets, ...posix, ...never, ...capitals];

/** A day in each season of six years, and hours at which clocks change. */
const instants = [2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) =>
  ["01-15T12:00Z", "03-29T01:30Z", "04-05T16:30Z", "07-15T00:30Z", "10-04T14:30Z", "11-01T06:30Z"].map((at) => `${year}-${at}`),
);

let db: TestDatabase;
let ofPostgres: string[];
beforeAll(async () => {
  db = await testDatabase();
  ofPostgres = (await db.admin`select name from pg_timezone_names order by 1`).map((row) => row.name);
});
afterAll(() => db.close());

test("every name of Intl is taken, and all links that Postgres knows besides", () => {
  expect(ZONES.filter((name) => !isTimeZone(name))).toEqual([]);
  for (const link of ["Asia/Calcutta", "Asia/Kolkata", "Europe/Kiev", "Europe/Kyiv", "Etc/GMT+5", "US/Pacific"])
    expect(isTimeZone(link), link).toBe(true);
  expect(ofPostgres.filter((name) => name.includes("/") && !isTimeZone(name))).toEqual([]);
});

test("what is taken has the same offset from UTC in Postgres and in the engine, at every season from 2025 to 2030", async () => {
  const taken = [...new Set([...ZONES, ...ofPostgres, ...refused])].filter(isTimeZone);
  expect(taken.length).toBeGreaterThan(500);
  const asked = taken.flatMap((zone) => instants.map((at) => ({ zone, at })));
  const rows = await db.admin<{ minutes: number }[]>`
    select (extract(epoch from (x.at at time zone x.zone) - (x.at at time zone 'UTC')) / 60)::int as minutes
    from unnest(${asked.map(({ zone }) => zone)}::text[], ${asked.map(({ at }) => at)}::text[]::timestamptz[])
      with ordinality as x(zone, at, n) order by x.n`;
  const differing = asked.flatMap(({ zone, at }, n) => {
    const here = Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
    return rows[n]?.minutes === here ? [] : [zone];
  });
  expect([...new Set(differing)].filter((zone) => !LAW_CHANGED.includes(zone))).toEqual([]);
});

test("abbreviations, offsets, rules of POSIX, other capitals and what nobody knows are refused with a sentence", () => {
  expect(refused.filter(isTimeZone)).toEqual([]);
  const rules = { windowStart: "09:00", windowEnd: "17:00", days: ["monday"] as const, dailyLimit: 50, spacingSeconds: 60 };
  for (const timeZone of refused)
    expect(checkRules({ ...rules, timeZone }), timeZone).toEqual([
      { field: "timeZone", sentence: "This is not a time zone. Pick a city from the list." },
    ]);
});

test("the database takes what is taken here and refuses the rest; capitals alone it reads over", async () => {
  const all = [...new Set([...ZONES, ...ofPostgres, ...refused])];
  const rows = await db.admin<{ name: string; known: boolean }[]>`
    select x as name, app_private.known_zone(x) as known from unnest(${all}::text[]) x`;
  const differing = rows.filter(({ name, known }) => known !== isTimeZone(name)).map(({ name }) => name);
  expect(differing.filter((name) => !capitals.includes(name))).toEqual([]);
});

test("what is mapped means what it meant to the engine, and whatever is mapped is known", async () => {
  const all = [...refused, ...ofPostgres.filter((name) => !isTimeZone(name)), "Europe/Berlin", "Asia/Kolkata"];
  const rows = await db.admin<{ name: string; mapped: string }[]>`
    select x as name, app_private.map_zone(x) as mapped from unnest(${all}::text[]) x`;
  expect(rows.filter(({ name, mapped }) => !isTimeZone(mapped) && !capitals.includes(name))).toEqual([]);
  expect(rows.filter(({ name, mapped }) => isTimeZone(name) && mapped !== name)).toEqual([]);
  // Summer time of the System V names is that of the year 1970: the city's of today is what they mean.
  const same = rows.filter(({ name }) => !/^SystemV.*DT$/.test(name) && !capitals.includes(name));
  const differing = same.filter(({ name, mapped }) => {
    const was = offsetsOf(name);
    return was !== null && was !== offsetsOf(mapped);
  });
  expect(differing).toEqual([]);
  const to = Object.fromEntries(rows.map(({ name, mapped }) => [name, mapped]));
  expect(to).toMatchObject({
    AET: "Australia/Sydney",
    "+05:30": "Asia/Kolkata",
    "+0530": "Asia/Kolkata",
    "-03:00": "Etc/GMT+3",
    "+05": "Etc/GMT-5",
    "europe/berlin": "Europe/Berlin",
    FOO0: "UTC",
    "Mars/Base": "UTC",
  });
});

/** To the engine, at each instant: Intl takes names that Temporal does not, and Temporal offsets that Intl does not. Null where neither does. */
function offsetsOf(zone: string): string | null {
  try {
    const name = /^[+-]/.test(zone) ? zone : new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    return instants.map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(name).offsetNanoseconds).join();
  } catch {
    return null;
  }
}
