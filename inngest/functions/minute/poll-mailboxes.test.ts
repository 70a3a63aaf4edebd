import { beforeEach, expect, test, vi } from "vitest";
import { noteBeat } from "../../../lib/engine/note-beat";
import { listMailboxesToPoll, pollMailbox } from "../../../lib/replies/poll-mailbox";
import { isQuiet } from "../../../lib/replies/reading/is-quiet";
import { inngest } from "../../client";
import { pollMailboxes } from "./poll-mailboxes";

const mailboxes = vi.hoisted(() => ({ ids: ["a", "b", "c"], every: 60 }));
vi.mock("../../../db/access/database-clock", () => ({ readClock: async () => new Date() }));
vi.mock("../../../lib/engine/note-beat", () => ({ noteBeat: vi.fn(async () => {}) }));
vi.mock("../../../lib/env/env", async (original) => ({
  ...(await original<object>()),
  env: () => ({ POLL_SECONDS: mailboxes.every }),
}));
vi.mock("../../../lib/replies/reading/is-quiet", () => ({ isQuiet: vi.fn(async () => false) }));
vi.mock("../../../lib/replies/poll-mailbox", () => ({
  listMailboxesToPoll: vi.fn(async () => mailboxes.ids.map((senderAccountId) => ({ teamId: "t", senderAccountId }))),
  pollMailbox: vi.fn(),
}));

const poll = vi.mocked(pollMailbox);
const asked = () => poll.mock.calls.map(([, id]) => id);
let steps: string[];
/** At the beginning of the 60 minutes of an hour, or of one that is not due. */
async function run(ts = Math.floor(Date.now() / 60_000) * 60_000) {
  steps = [];
  const step = {
    run: async (name: string, work: () => unknown) => {
      steps.push(name);
      return work();
    },
    sleepUntil: async (name: string) => steps.push(name),
  };
  await (pollMailboxes as unknown as { fn: (context: object) => Promise<void> }).fn({ step, event: { ts } });
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.useRealTimers();
  Object.assign(mailboxes, { ids: ["a", "b", "c"], every: 60 });
  poll.mockResolvedValue({ read: 0, written: 0 });
  vi.mocked(isQuiet).mockResolvedValue(false);
});

test("all mailboxes are read in one step, and one that fails keeps no other from its turn", async () => {
  poll.mockImplementation(async (_scope, id) => {
    if (id === "b") throw new Error("no");
    return { read: 1, written: 0 };
  });
  await run();
  expect(steps).toHaveLength(1);
  expect(asked().sort()).toEqual(["a", "b", "c"]);
});

test("one that does not answer loses its turn after ten seconds, and the others wait for nobody", async () => {
  vi.useFakeTimers();
  mailboxes.ids = Array.from({ length: 20 }, (_, place) => `m${place}`);
  poll.mockImplementation(async (_scope, id) => (id === "m0" ? new Promise(() => {}) : { read: 0, written: 0 }));
  const done = run();
  await vi.advanceTimersByTimeAsync(9000);
  expect(asked()).toHaveLength(20);
  let over = false;
  void done.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(over).toBe(true);
});

test("a quiet one is left out, and a list of changes that is not at its end is read on by a run of its own", async () => {
  vi.mocked(isQuiet).mockImplementation(async (_scope, id) => id === "a");
  poll.mockImplementation(async (_scope, id) => ({
    read: 50,
    written: 50,
    ...(id === "c" ? { unfinished: true as const } : {}),
  }));
  const send = vi.spyOn(inngest, "send").mockResolvedValue({ ids: [] });
  await run();
  expect(asked().sort()).toEqual(["b", "c"]);
  expect(send.mock.calls.map(([events]) => events)).toMatchObject([
    [{ name: "mailbox/poll", data: { teamId: "t", senderAccountId: "c" } }],
  ]);
});

test("where looks are rarer than minutes it beats all the same", async () => {
  mailboxes.every = 3600;
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  await run(hour + 60_000);
  expect([steps, vi.mocked(noteBeat).mock.calls]).toEqual([[], [["poll"]]]);
});

test("where it is behind, as it always may be, it reads once, and leaves out what a look that began since has read", async () => {
  const minute = Math.floor(Date.now() / 60_000) * 60_000 + 3_600_000;
  vi.useFakeTimers({ now: minute });
  // An engine that is always late by minutes: no look comes in time.
  await run(minute - 300_000);
  expect(asked()).toHaveLength(3);
  await run(minute - 240_000);
  await run(minute - 120_000);
  expect(asked()).toHaveLength(3);
  vi.setSystemTime(minute + 300_000);
  await run(minute + 60_000);
  expect(asked()).toHaveLength(6);
});

test("one that lost its turn and is still at work is not begun anew each minute, until its work must be lost", async () => {
  vi.useFakeTimers();
  mailboxes.ids = ["hung", "sound"];
  poll.mockImplementation(async (_scope, id) => (id === "hung" ? new Promise(() => {}) : { read: 0, written: 0 }));
  const after = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      void run();
      await vi.advanceTimersByTimeAsync(60_000);
    }
    return ["hung", "sound"].map((one) => asked().filter((id) => id === one).length);
  };
  expect(await after(5)).toEqual([1, 5]);
  expect(await after(10)).toEqual([2, 15]);
});

test("a look that cannot tell which mailboxes there are does not beat, and one that finds none does", async () => {
  vi.mocked(listMailboxesToPoll).mockRejectedValueOnce(new Error("no"));
  await expect(run()).rejects.toThrow("no");
  expect(noteBeat).not.toHaveBeenCalled();
  mailboxes.ids = [];
  await run();
  expect(noteBeat).toHaveBeenCalledWith("poll");
});
