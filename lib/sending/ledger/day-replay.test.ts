import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../../env/testing/stub-settings";
import { outsidePerDay } from "../../limits/outside-per-day";
import { seedManyReady } from "../testing/seed-many-ready";
import { writeIntent } from "./write-intent";

/**
 * A day of a team of 25 licences that has 14,259 mails to others to send: exactly as many as Microsoft lets the whole organisation. Each goes through the
 * last check and its transaction, by a clock that is moved; all mailboxes ask at once. PROVE=1 for the full size; else a hundredth of it.
 */
const full = process.env.PROVE === "1";
const size = full ? { licences: 25, mailboxes: 25, mails: outsidePerDay(25) } : { licences: 1, mailboxes: 4, mails: 143 };
/** What Microsoft lets the organisation; the small size is learned, as no number of licences gives so few. */
const allowed = size.mails;
const ours = Math.floor(allowed * 0.8);
const start = Date.parse("2026-11-24T00:00:00Z");
const dayMs = 24 * 3_600_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());

test("of as many mails as the organisation may send, ours stop at the reserve, and Microsoft refuses nobody", async ({
  task,
}) => {
  const { scope, mails } = await seedManyReady(db.admin, { ...size, at: new Date(start) });
  await db.admin`update teams set licences = ${size.licences}, budget_reserve_percent = 20 where id = ${scope.teamId}`;
  if (!full)
    await db.admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code)
      select team_id, 'outside', id, ${new Date(start + 1.5 * dayMs)}, ${allowed}, '5.7.233' from sender_accounts where team_id = ${scope.teamId} limit 1`;
  const lines = Array.from({ length: size.mailboxes }, (_, mailbox) => mails.filter((mail) => mail.mailbox === mailbox));
  const sent: { at: number; mailbox: number }[] = [];
  const refused: Record<string, number> = {};
  const held: typeof mails = [];
  let asked = 0;
  let spentMs = 0;
  const ask = async (mail: (typeof mails)[number], at: number) => {
    const began = performance.now();
    const answer = await writeIntent(scope, mail.deliveryId, "run-1", () => new Date(at));
    spentMs += performance.now() - began;
    asked += 1;
    if ("refused" in answer) {
      refused[answer.refused.reason] = (refused[answer.refused.reason] ?? 0) + 1;
      held.push(mail);
    } else sent.push({ at, mailbox: mail.mailbox });
  };
  const gap = dayMs / Math.ceil(size.mails / size.mailboxes);
  // A day in even steps, then the hours in which yesterday's grow old and those that were sent away have their turn.
  for (let at = start; at < start + dayMs; at += gap)
    await Promise.all(lines.flatMap((line) => line.splice(0, 1)).map((mail) => ask(mail, Math.floor(at))));
  const firstDay = sent.length;
  for (const mail of held.splice(0)) lines[mail.mailbox]?.push(mail);
  const most = 20 * size.mailboxes;
  for (let at = start + dayMs; lines.some((line) => line.length > 0) && asked < size.mails + most; at += gap)
    await Promise.all(lines.flatMap((line) => line.splice(0, 1)).map((mail) => ask(mail, Math.floor(at))));

  expect(firstDay).toBe(ours);
  expect(refused).toEqual({ "team budget used": size.mails - ours });
  expect(sent).toHaveLength(ours + Math.min(most, size.mails - ours));
  expect(
    fullest(
      sent.map(({ at }) => at),
      dayMs,
    ),
  ).toBe(ours);
  for (let mailbox = 0; mailbox < size.mailboxes; mailbox += 1)
    expect(
      fullest(
        sent.filter((one) => one.mailbox === mailbox).map(({ at }) => at),
        60_000,
      ),
    ).toBeLessThanOrEqual(30);
  expect(refusals(sent.map(({ at }) => at))).toBe(0);
  const measured = `${firstDay.toLocaleString("en")} of ${size.mails.toLocaleString("en")} left, ${(spentMs / asked).toFixed(1)} ms each, ${size.mailboxes} at once`;
  Object.assign(task.meta, { measured });
}, 1_800_000);

test("whenever mailboxes ask, no 24 hours hold more than is ours, and no minute of a mailbox more than 30", async () => {
  const { scope, mails } = await seedManyReady(db.admin, { mailboxes: 3, mails: full ? 400 : 60, at: new Date(start) });
  const most = full ? 25 : 15;
  await db.admin`update teams set budget_reserve_percent = 0 where id = ${scope.teamId}`;
  await db.admin`insert into limit_lessons (team_id, kind, sender_account_id, at, used, code)
    select team_id, 'outside', id, ${new Date(start + 100 * dayMs)}, ${most}, '5.7.233' from sender_accounts where team_id = ${scope.teamId} limit 1`;
  const sent: number[] = [];
  const chance = seeded(20_261_124);
  let at = start;
  for (let round = 0; mails.length > 0 && round < (full ? 600 : 60); round += 1) {
    // Now in bursts of seconds, now after half a day.
    at += Math.floor(chance() < 0.8 ? chance() * 5000 : chance() * 0.6 * dayMs);
    const asking = mails.splice(0, 1 + Math.floor(chance() * 6));
    await Promise.all(
      asking.map(async (mail) => {
        const answer = await writeIntent(scope, mail.deliveryId, "run-1", () => new Date(at));
        if ("refused" in answer) mails.push(mail);
        else sent.push(at);
      }),
    );
  }
  expect(sent.length).toBeGreaterThan(most);
  expect(fullest(sent, dayMs)).toBe(most);
}, 600_000);

/** The most of these instants that lie in any window of so many milliseconds, its end not among it. */
function fullest(times: number[], windowMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [last, at] of sorted.entries()) {
    while (at - (sorted[first] as number) >= windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** What Microsoft would refuse of ours and of people's own mail, which is all that was kept for it, at any time of the day. */
function refusals(sent: number[]): number {
  const kept = allowed - ours;
  const own = Array.from({ length: kept }, (_, index) => start + Math.floor((index * dayMs) / kept));
  const all = [...sent, ...own, ...own.map((at) => at + dayMs)].sort((a, b) => a - b);
  const counted: number[] = [];
  let refused = 0;
  for (const at of all) {
    while (counted.length > 0 && at - (counted[0] as number) >= dayMs) counted.shift();
    if (counted.length >= allowed) refused += 1;
    else counted.push(at);
  }
  return refused;
}

/** A number from 0 to 1; the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
