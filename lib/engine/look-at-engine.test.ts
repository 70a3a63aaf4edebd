import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { OutboxEvent } from "../events/drain-outbox";
import { emit } from "../events/emit";
import { limits } from "./judge-engine";
import { keepWatching } from "./keep-watching";
import { lookAtEngine, type Tell } from "./look-at-engine";
import { noteBeat } from "./note-beat";
import { readEngine } from "./read-engine";
import { tellTeams } from "./tell-teams";
import { watchSend } from "./watch-send";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.admin`delete from outbox`;
  await beat("sweep", 10);
  await beat("poll", 10);
  await db.admin`update app_private.engine_beats set woken_at = null, refused = null, refused_since = null`;
});

const beat = (kind: string, secondsAgo: number) =>
  db.admin`update app_private.engine_beats set at = now() - make_interval(secs => ${secondsAgo}) where kind = ${kind}`;
const long = () => new Date(Date.now() - 3_600_000);
/** One process of the app: what it sends is kept, and may be refused. */
function startProcess(refuse?: Error) {
  const sent: OutboxEvent[] = [];
  const sender = watchSend(async (events) => {
    if (refuse) throw refuse;
    sent.push(...events);
  });
  return { sent, sender, look: (tell?: Tell) => lookAtEngine(sender, limits, long, tell) };
}

describe("a look at the engine", () => {
  test("that beats wakes nothing", async () => {
    const one = startProcess();
    expect(await one.look()).toMatchObject({ woken: [], verdict: null });
    expect(one.sent).toEqual([]);
  });

  test("whose timers are lost wakes sweep and poll by events of their own", async () => {
    await beat("sweep", 91);
    await beat("poll", 600);
    const one = startProcess();
    expect(await one.look()).toMatchObject({ woken: ["sweep", "poll"], verdict: { trouble: "silent" } });
    expect(one.sent.map(({ name, data }) => ({ name, data }))).toEqual([
      { name: "engine/sweep", data: {} },
      { name: "engine/poll", data: {} },
    ]);
    expect(one.sent.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^wake:\d+:sweep$/),
      expect.stringMatching(/^wake:\d+:poll$/),
    ]);
  });

  test("by five processes at once wakes once, and once more a minute later", async () => {
    await beat("sweep", 100);
    const processes = Array.from({ length: 5 }, () => startProcess());
    const wake = async () => (await Promise.all(processes.map((one) => one.look()))).flatMap((look) => look.woken);
    expect(await wake()).toEqual(["sweep"]);
    expect(await wake()).toEqual([]);
    await db.admin`update app_private.engine_beats set woken_at = woken_at - interval '56 seconds'`;
    expect(await wake()).toEqual(["sweep"]);
    const ids = processes.flatMap((one) => one.sent).map(({ id }) => id);
    expect(ids).toHaveLength(2);
  });

  test("ends the silence when it beats again, and says for a while that its timers are lost", async () => {
    await beat("sweep", 200);
    const one = startProcess();
    expect((await one.look()).verdict).toMatchObject({ trouble: "silent" });
    await noteBeat("sweep");
    expect((await one.look()).verdict).toMatchObject({ trouble: "woken" });
    await db.admin`update app_private.engine_beats set woken_at = now() - interval '5 minutes' where kind = 'sweep'`;
    expect((await one.look()).verdict).toBeNull();
  });

  test("notes why events are refused, keeps since when, and forgets it once they are taken", async () => {
    await beat("poll", 100);
    const one = startProcess(new Error("Inngest API Error: 401 Event key not found"));
    await one.look();
    const noted = () => db.admin`select refused, refused_since as since from app_private.engine_beats where kind = 'events'`;
    const [first] = await noted();
    expect(first).toMatchObject({ refused: "wrong key" });
    await expect(one.sender.send([])).rejects.toThrow();
    expect((await one.look()).beats).toMatchObject({ refused: "wrong key", refusedSince: first?.since });
    await db.admin`update app_private.engine_beats set refused_since = now() - interval '2 minutes' where kind = 'events'`;
    expect((await one.look()).verdict).toMatchObject({ trouble: "refused" });
    const two = startProcess();
    await two.sender.send([]);
    const { beats } = await two.look();
    expect(beats).toMatchObject({ refused: null, refusedSince: null });
    expect(beats.takenAt?.getTime()).toBeGreaterThan(Date.now() - 10_000);
  });

  test("tries a server that refused while all beats: by one process twice a minute, and without taking its timers for lost", async () => {
    const refusing = startProcess(new Error("fetch failed"));
    await expect(refusing.sender.send([])).rejects.toThrow();
    await refusing.look();
    await db.admin`update app_private.engine_beats set refused_since = now() - interval '2 minutes', woken_at = null where kind = 'events'`;
    const processes = [startProcess(), startProcess(), startProcess()];
    await Promise.all(processes.map((one) => one.look()));
    expect(processes.flatMap((one) => one.sent).map(({ id, name }) => [id.replace(/\d+/, "n"), name])).toEqual([
      ["try:n:sweep", "engine/sweep"],
    ]);
    expect(await startProcess().look()).toMatchObject({ woken: [], verdict: null, beats: { refused: null } });
  });

  test("counts what waits in the outboxes of all teams, and since when", async () => {
    for (const name of ["One", "Two"]) {
      const { teamId } = await seedTeam(db.admin, { name });
      await withTeam({ teamId, memberId: null }, (tx) => emit(tx, "mail/look", [{ eventId: "a", data: { teamId } }]));
    }
    await db.admin`update outbox set created_at = now() - interval '2 minutes'`;
    await db.admin`update app_private.engine_beats set at = null where kind = 'events'`;
    const { beats, verdict } = await startProcess().look();
    expect(beats.waiting).toBe(2);
    expect(verdict).toMatchObject({ trouble: "waiting", since: beats.waitingSince });
  });
});

test("a beat that cannot be noted stops nobody", async () => {
  await db.admin`revoke update on app_private.engine_beats from countersign_system`;
  await expect(noteBeat("sweep")).resolves.toBeUndefined();
  await db.admin`grant update on app_private.engine_beats to countersign_system`;
});

test("a beat never goes back", async () => {
  await db.admin`update app_private.engine_beats set at = now() + interval '1 hour' where kind = 'sweep'`;
  const ahead = (await readBeat())?.at;
  await noteBeat("sweep");
  expect((await readBeat())?.at).toEqual(ahead);
});
const readBeat = async () => (await db.admin<{ at: Date }[]>`select at from app_private.engine_beats where kind = 'sweep'`)[0];

test("the state is told to every open page when it changes, and not while it stays", async () => {
  const { teamId } = await seedTeam(db.admin);
  const heard: string[] = [];
  // Its own listener: once connected, one of the app's tells "everything" by itself.
  const { unlisten } = await db.admin.listen("countersign_changes", (payload) => {
    if (payload.startsWith(teamId)) heard.push(payload);
  });
  await tellTeams();
  await expect.poll(() => heard.length).toBe(1);
  await beat("sweep", 200);
  const one = startProcess();
  let looks = 0;
  const end = keepWatching(
    one.sender,
    async (tell) => {
      looks += 1;
      return one.look(tell);
    },
    10,
  );
  await expect.poll(() => looks).toBeGreaterThan(5);
  end();
  await unlisten();
  expect(heard).toEqual([`${teamId} everything`, `${teamId} everything`]);
});

test("is told before a server that stands still is woken, and pages then read how it is now", async () => {
  await readEngine();
  await beat("sweep", 200);
  const order: string[] = [];
  const sender = watchSend(async () => {
    order.push("woken");
    await new Promise((done) => setTimeout(done, 300));
    throw new Error("fetch failed");
  });
  const end = keepWatching(
    sender,
    (tell) =>
      lookAtEngine(sender, limits, long, async (look) => {
        await tell(look);
        order.push("told");
        expect((await readEngine()).beats.sweepAt).toEqual(look.beats.sweepAt);
      }),
    60_000,
  );
  await expect.poll(() => order).toEqual(["told", "woken"]);
  end();
});

test("pages read it at most once a second, however many ask", async () => {
  const [one, two] = await Promise.all([readEngine(), readEngine()]);
  expect(one).toBe(two);
});
