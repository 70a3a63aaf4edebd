import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { stubSettings } from "../env/testing/stub-settings";
import { log } from "../log/log";
import { listTeamsToTell } from "./list-teams-to-tell";
import { setNoticeTarget } from "./set-notice-target";
import { tellNotices } from "./tell-notices";
import { type Asking, seedAsking } from "./testing/seed-asking";
import { startWebhook, type Webhook } from "./testing/start-webhook";
import { keepWebhook } from "./webhook/keep-webhook";

let db: TestDatabase;
let hook: Webhook;
/** A server that has ended. */
let gone: Webhook;
let world: Asking;
const start = new Date("2026-11-24T10:00:00Z");
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

beforeAll(async () => {
  db = await testDatabase();
  hook = await startWebhook();
  gone = await startWebhook();
  await gone.end();
  stubSettings({ TEAMS_WEBHOOK_HOSTS: `${hook.origin},${gone.origin}` });
});
afterAll(async () => {
  await hook.end();
  await db.close();
});
beforeEach(async () => {
  world = await seedAsking(db.admin);
});
afterEach(() => hook.clear());

const asks = async (who = world.ben, when: "at once" | "digest" = "at once") => {
  await keepWebhook(who, "own", hook.url, start);
  await setNoticeTarget(who, "own", { when }, start);
};
const tell = (seconds: number, endsAfterMs?: number) => tellNotices(world.scope, at(seconds), endsAfterMs);
const stands = async () =>
  (await world.notices()).map(({ told_at, tries, failure }) => ({ told: told_at !== null, tries, failure }));
const texts = () => hook.posts.map(({ text }) => text);

describe("at once", () => {
  test("an answer waits twenty seconds, is told once, and never again", async () => {
    await asks();
    await world.answers(at(0));
    expect(await tell(1)).toEqual({ again: at(20).toISOString() });
    expect(hook.posts).toEqual([]);
    expect(await tell(20)).toEqual({ again: null });
    await tell(21);
    await tell(86_400);
    expect(hook.posts).toHaveLength(1);
    expect(hook.posts[0]?.type).toBe("application/json");
    expect(texts()[0]).toContain("Lena Novak");
    expect(await stands()).toEqual([{ told: true, tries: 1, failure: null }]);
  });

  test("a burst of forty within a minute is one message", async () => {
    await asks();
    for (let n = 0; n < 40; n += 1) await world.answers(at(n * 1.5), {}, await world.seedPerson(`Person ${n}`));
    expect(await tell(60)).toEqual({ again: at(78.5).toISOString() });
    await tell(79);
    expect(hook.posts).toHaveLength(1);
    expect(texts()[0]).toContain("40 new answers");
    expect(texts()[0]).toContain("and 20 more");
    expect((await stands()).every(({ told }) => told)).toBe(true);
  });

  test("a burst that does not end is told after ninety seconds", async () => {
    await asks();
    for (let n = 0; n < 12; n += 1) await world.answers(at(n * 10));
    expect(await tell(50)).toEqual({ again: at(90).toISOString() });
    await tell(110);
    expect(hook.posts).toHaveLength(1);
  });

  test("two workers at once tell it once", async () => {
    await asks();
    await world.answers(at(0));
    await Promise.all([tell(30), tell(30), tell(30), tell(30)]);
    expect(hook.posts).toHaveLength(1);
    expect(await stands()).toEqual([{ told: true, tries: 1, failure: null }]);
  });

  test("each who asked is told, each by their own way", async () => {
    await asks(world.ben);
    await keepWebhook(world.vera, "own", `${hook.url}&of=vera`, start);
    await setNoticeTarget(world.vera, "own", { when: "at once" }, start);
    await keepWebhook(world.anna, "team", `${hook.url}&of=team`, start);
    await setNoticeTarget(world.anna, "team", { when: "at once" }, start);
    await world.answers(at(0));
    await tell(30);
    expect(hook.posts.map(({ path }) => /of=(\w+)/.exec(path)?.[1] ?? "ben").sort()).toEqual(["ben", "team", "vera"]);
  });
});

describe("as a digest", () => {
  test.each([
    ["in winter", "2026-11-24T10:00:00Z", "2026-11-25T07:30:00Z"],
    ["before its time of the same day", "2026-11-24T05:00:00Z", "2026-11-24T07:30:00Z"],
    ["over the end of summer time", "2026-10-24T10:00:00Z", "2026-10-25T07:30:00Z"],
    ["over the beginning of summer time", "2027-03-27T10:00:00Z", "2027-03-28T06:30:00Z"],
  ])("everything since the last one leaves at half past eight in Berlin, %s", async (_, came, leaves) => {
    await asks(world.ben, "digest");
    const due = new Date(leaves);
    await world.answers(new Date(came));
    await world.answers(new Date(Date.parse(came) + 60_000));
    await tellNotices(world.scope, new Date(due.getTime() - 1000));
    expect(hook.posts).toEqual([]);
    await tellNotices(world.scope, due);
    expect(hook.posts).toHaveLength(1);
    expect(texts()[0]).toContain("2 new answers");
  });
});

describe("what Teams answers", () => {
  test("429 with Retry-After rests as long as it says, and so does all that comes meanwhile", async () => {
    await asks();
    await world.answers(at(0));
    hook.answer({ status: 429, headers: { "retry-after": "300" } }, { status: 202 });
    await tell(20);
    await world.answers(at(60));
    await tell(120);
    await tell(319);
    expect(hook.posts).toHaveLength(1);
    expect(await stands()).toMatchObject([
      { told: false, tries: 1, failure: "Teams answers 429: too many at once." },
      { told: false },
    ]);
    await tell(321);
    expect(hook.posts).toHaveLength(2);
    expect((await stands()).map(({ told, failure }) => ({ told, failure }))).toEqual(
      Array(2).fill({ told: true, failure: null }),
    );
  });

  test("500 is tried again, rarer and rarer, for a day, and then given up with the reason", async () => {
    await asks();
    await world.answers(at(0));
    hook.answer({ status: 500, body: "internal" });
    const times: number[] = [];
    for (let minute = 1; minute < 3 * 24 * 60; minute += 1) {
      const [due] =
        await db.admin`select 1 from notices where team_id = ${world.teamId} and told_at is null and due_at <= ${at(minute * 60)}`;
      if (!due) continue;
      await tell(minute * 60);
      times.push(minute);
    }
    expect(hook.posts).toHaveLength(8);
    expect(times.at(-1)).toBeGreaterThan(23 * 60);
    expect(times.at(-1)).toBeLessThan(26 * 60);
    expect(await stands()).toEqual([{ told: true, tries: 8, failure: "Teams answers 500. It was tried for a day." }]);
  });

  test.each([
    [404, "Teams answers 404: the workflow was deleted. Paste its new address."],
    [403, "Teams answers 403: the workflow lets us not in. Let anyone trigger it, and paste its address again."],
    [302, "Teams answers 302: the workflow leads elsewhere, which is not followed. Paste its own address."],
  ])("%s stops it, its address is forgotten, and nothing is asked again", async (status, says) => {
    await asks();
    await world.answers(at(0));
    hook.answer({ status, headers: { location: `${hook.origin}/elsewhere` } });
    await tell(20);
    expect(await stands()).toEqual([{ told: true, tries: 1, failure: says }]);
    await world.answers(at(60));
    await tell(3600);
    expect(hook.posts.map(({ path }) => path)).toEqual([hook.url.slice(hook.origin.length)]);
    const [row] = await db.admin`select ciphertext, webhook_host from notice_targets where team_id = ${world.teamId}`;
    expect(row).toEqual({ ciphertext: null, webhook_host: new URL(hook.origin).host });
  });

  test("an older webhook that answers 200 and says in its text that Teams refused is believed", async () => {
    await asks();
    await world.answers(at(0));
    hook.answer({
      status: 200,
      body: "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x",
    });
    await tell(20);
    expect(await stands()).toMatchObject([{ told: false, failure: "Teams answers 429: too many at once." }]);
  });

  test("an answer of many megabytes is not read to its end", async () => {
    await asks();
    await world.answers(at(0));
    hook.answer({ status: 202, body: "x".repeat(20_000_000) });
    await tell(20);
    expect(await stands()).toMatchObject([{ told: true, failure: null }]);
  });

  test.each([
    ["no answer in time", { hang: true }],
    ["an answer that breaks off", { cut: true }],
  ])("%s is asked once more, never a third time", async (_, answer) => {
    await asks();
    await world.answers(at(0));
    hook.answer(answer);
    await tell(20, 200);
    expect(await stands()).toMatchObject([{ told: false, tries: 1 }]);
    await tell(400, 200);
    await tell(4000, 200);
    await tell(90_000, 200);
    expect(hook.posts).toHaveLength(2);
    expect((await stands())[0]?.failure).toMatch("Teams gave no answer. It was asked twice, and may have been told.");
  });

  test("a server that is not there was told nothing, and is tried again", async () => {
    await keepWebhook(world.ben, "own", gone.url, start);
    await setNoticeTarget(world.ben, "own", { when: "at once" }, start);
    await world.answers(at(0));
    await tell(20);
    await tell(3600);
    await tell(3600 * 2);
    expect(await stands()).toEqual([{ told: false, tries: 3, failure: "The server of the workflow cannot be reached." }]);
  });

  test("nothing of the address, of whoever wrote or of what they wrote reaches the log or the reason", async () => {
    const logged = vi.spyOn(log, "warn");
    await asks();
    await world.answers(at(0), { snippet: "A very private line" });
    hook.answer({ status: 404, body: "No workflow very-secret" });
    await tell(20);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(JSON.stringify([logged.mock.calls, await stands()])).not.toMatch(/very-secret|sig=|Lena|private|novak/);
    logged.mockRestore();
  });
});

describe("a crash", () => {
  const dies =
    () => db.admin`update notices set tries = tries + 1, failure = case when failure is null then 'asked' else 'asked again' end,
    due_at = ${at(300)} where team_id = ${world.teamId} and told_at is null`;

  test("between claim and call costs five minutes, and it is told once", async () => {
    await asks();
    await world.answers(at(0));
    await dies();
    await tell(299);
    expect(hook.posts).toEqual([]);
    await tell(301);
    await tell(9000);
    expect(hook.posts).toHaveLength(1);
    expect(await stands()).toEqual([{ told: true, tries: 2, failure: null }]);
  });

  test("twice at the same answer ends it: it may have been told", async () => {
    await asks();
    await world.answers(at(0));
    await dies();
    await dies();
    await tell(301);
    expect(hook.posts).toEqual([]);
    expect(await stands()).toEqual([{ told: true, tries: 2, failure: "No answer came, twice. It may have been told." }]);
  });

  test("whoever comes back after his claim was taken by another writes nothing", async () => {
    await asks();
    await world.answers(at(0));
    hook.answer({
      status: 503,
      meanwhile: () =>
        db.admin`update notices set tries = 7, told_at = ${at(25)}, failure = null where team_id = ${world.teamId}`,
    });
    await tell(20);
    expect(await stands()).toEqual([{ told: true, tries: 7, failure: null }]);
  });
});

describe("quiet by default", () => {
  test("nobody is told who did not ask, and no row is written", async () => {
    await world.answers(at(0));
    await setNoticeTarget(world.ben, "own", { about: "mine" }, start);
    await world.answers(at(1));
    expect(await world.notices()).toEqual([]);
    expect(await listTeamsToTell(at(86_400))).not.toContain(world.teamId);
  });

  test("nothing is told of what answers by itself, of old mail, to whoever placed it, or to who left the team", async () => {
    await asks();
    await world.answers(at(0), { kind: "automatic" });
    await world.answers(at(0), { isOld: true });
    await world.answers(at(0), {}, world.contactId, world.ben.memberId);
    expect(await world.notices()).toEqual([]);
    await world.answers(at(0));
    await db.admin`update members set status = 'removed' where id = ${world.ben.memberId}`;
    await world.answers(at(1));
    await tell(60);
    expect(hook.posts).toEqual([]);
    expect(await stands()).toEqual([{ told: true, tries: 0, failure: "not wanted any more" }]);
  });

  test("switching it off ends what waits", async () => {
    await asks();
    await world.answers(at(0));
    await setNoticeTarget(world.ben, "own", { when: "never" }, at(5));
    await tell(60);
    expect(hook.posts).toEqual([]);
  });

  test("a digest that becomes at once is told then", async () => {
    await asks(world.ben, "digest");
    await world.answers(at(0));
    await setNoticeTarget(world.ben, "own", { when: "at once" }, at(100));
    await tell(101);
    expect(hook.posts).toHaveLength(1);
  });
});

describe("of mine only", () => {
  const told = async () => (await world.notices()).length;
  test.each<[string, () => Promise<unknown>]>([
    [
      "the thread is assigned to them",
      () => db.admin`update reply_threads set assigned_to = ${world.ben.memberId} where team_id = ${world.teamId}`,
    ],
    [
      "they are the person of the mailbox",
      () => db.admin`update sender_accounts set connected_by = ${world.ben.memberId} where id = ${world.senderAccountId}`,
    ],
    [
      "they signed what it answers",
      async () => {
        const [draft] =
          await db.admin`insert into email_drafts (team_id, contact_id, draft_type, subject, body, sender_account_id)
          values (${world.teamId}, ${world.contactId}, 'first_outreach', 's', 'b', ${world.senderAccountId}) returning id`;
        await db.admin`insert into signatures (team_id, draft_id, hash, kind, signed_by) values (${world.teamId}, ${draft?.id}, 'h', 'person', ${world.ben.memberId})`;
      },
    ],
  ])("an answer is told where %s, and no other", async (_, becomes) => {
    await asks();
    await setNoticeTarget(world.ben, "own", { about: "mine" }, start);
    await world.answers(at(0));
    expect(await told()).toBe(0);
    await becomes();
    await world.answers(at(1));
    expect(await told()).toBe(1);
  });
});

test("another team is not told, and is not found by its own", async () => {
  await asks();
  await world.answers(at(0));
  const other = await seedTeam(db.admin);
  await tellNotices({ teamId: other.teamId, memberId: null }, at(60));
  expect(hook.posts).toEqual([]);
  expect(await listTeamsToTell(at(60))).toContain(world.teamId);
  expect(await listTeamsToTell(at(60))).not.toContain(other.teamId);
});

test("an answer wakes once for many, and in the transaction that wrote it down", async () => {
  await asks();
  for (let n = 0; n < 5; n += 1) await world.answers(at(n));
  expect(await db.admin`select name, data from outbox where team_id = ${world.teamId} and name = 'notices/due'`).toEqual([
    { name: "notices/due", data: { teamId: world.teamId } },
  ]);
});
