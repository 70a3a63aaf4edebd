import { afterEach, expect, test, vi } from "vitest";
import { noteBeat } from "../../../lib/engine/note-beat";
import { recheckTroubled } from "../../../lib/microsoft/recheck-troubled";
import { testIfDue } from "../../../lib/senders/self-test/test-if-due";
import { lookOverSingles } from "../../../lib/sending/singles/look-over-singles";
import { listTeamsWithSingles } from "../../../lib/sending/sweep/list-teams-with-singles";
import { wakeFiles } from "../../../lib/suppressions/files/wake-files";
import { sweep } from "./sweep";

const three = async () => ["a", "b", "c"].map((senderAccountId) => ({ teamId: "t", senderAccountId }));
vi.mock("../../../lib/engine/note-beat", () => ({ noteBeat: vi.fn(async () => {}) }));
vi.mock("../../../db/access/database-clock", () => ({ readClock: async () => new Date() }));
vi.mock("../../../lib/senders/self-test/list-mailboxes-to-test", () => ({ listMailboxesToTest: () => three() }));
vi.mock("../../../lib/senders/self-test/test-if-due", () => ({ testIfDue: vi.fn() }));
vi.mock("../../../lib/notices/list-teams-to-tell", () => ({ listTeamsToTell: async () => [] }));
vi.mock("../../../lib/replies/poll-mailbox", () => ({ listMailboxesToPoll: () => three() }));
vi.mock("../../../lib/microsoft/recheck-troubled", () => ({ recheckTroubled: vi.fn() }));
vi.mock("../../../lib/sending/sweep/list-under-way", () => ({ listUnderWay: async () => [] }));
vi.mock("../../../lib/sending/sweep/list-teams-with-singles", () => ({
  listTeamsWithSingles: vi.fn(async () => ["s", "t", "u"]),
}));
vi.mock("../../../lib/threads/list-teams-to-wake", () => ({ listTeamsToWake: async () => [] }));
vi.mock("../../../lib/sending/singles/look-over-singles", () => ({ lookOverSingles: vi.fn() }));
vi.mock("../../../lib/suppressions/files/wake-files", () => ({ wakeFiles: vi.fn() }));
vi.mock("../../../lib/uploads/taking/wake-takings", () => ({ wakeTakings: vi.fn() }));

const step = {
  // Between two steps a result is JSON.
  run: async (name: string, work: () => unknown) => {
    steps.push(name);
    return JSON.parse(JSON.stringify((await work()) ?? null));
  },
};
const steps: string[] = [];
/** @param minute of 1970: every fifth is swept whatever is under way. */
const run = (minute = 0) =>
  (sweep as unknown as { fn: (context: object) => Promise<string> }).fn({ step, event: { ts: minute * 60_000 } });

test.each([
  ["tested", testIfDue],
  ["looked at again after its trouble", recheckTroubled],
] as const)("a mailbox that fails does not keep the others from being %s", async (_, verb) => {
  const asked: string[] = [];
  vi.mocked(verb as typeof testIfDue).mockImplementation(async (_scope, senderAccountId) => {
    asked.push(senderAccountId);
    if (senderAccountId === "b") throw new Error("no");
    return true;
  });
  await run();
  expect(asked).toEqual(["a", "b", "c"]);
});

afterEach(() => vi.useRealTimers());

test("mailboxes in trouble that do not answer keep nothing else of the minute from its turn", async () => {
  vi.useFakeTimers();
  vi.mocked(recheckTroubled).mockImplementation(() => new Promise(() => {}));
  vi.mocked(wakeFiles).mockClear();
  void run();
  await vi.advanceTimersByTimeAsync(16_000);
  vi.mocked(recheckTroubled).mockResolvedValue(undefined);
  expect(wakeFiles).toHaveBeenCalled();
});

test("a sweep that takes minutes goes on alone: those of the minutes after it begin nothing while it does", async () => {
  vi.useFakeTimers();
  vi.mocked(listTeamsWithSingles).mockResolvedValue(Array.from({ length: 100 }, (_, place) => `t${place}`));
  const looked: string[] = [];
  vi.mocked(lookOverSingles).mockImplementation(async ({ teamId }) => {
    looked.push(teamId);
    await new Promise((resolve) => setTimeout(resolve, 1800));
    return { planned: 0, late: 0 };
  });
  const first = run(1);
  for (let minute = 2; minute <= 3; minute += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    // Between two of its steps.
    void run(minute);
  }
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await first).toBe("swept");
  expect(looked).toHaveLength(100);
  await Promise.all([run(4), vi.advanceTimersByTimeAsync(200_000)]);
  expect(looked).toHaveLength(200);
  vi.mocked(lookOverSingles).mockReset();
  vi.mocked(listTeamsWithSingles).mockResolvedValue(["s", "t", "u"]);
});

test("a file that waits to come into the list is asked for again in every team with a mailbox, also where no campaign is under way", async () => {
  vi.mocked(wakeFiles).mockClear();
  await run();
  expect(vi.mocked(wakeFiles).mock.calls.map(([scope]) => scope)).toEqual([{ teamId: "t", memberId: null }]);
});

test("mail by hand that cannot be looked over in one team is in the others, also where no campaign is under way", async () => {
  const asked: string[] = [];
  vi.mocked(lookOverSingles).mockImplementation(async ({ teamId }) => {
    asked.push(teamId);
    if (teamId === "t") throw new Error("no");
    return { planned: 0, late: 0 };
  });
  await run();
  expect(asked).toEqual(["s", "t", "u"]);
});

test("one step does it all, and none is charged while nothing is under way, but every five minutes", async () => {
  steps.length = 0;
  await run(1);
  expect(steps).toEqual(["sweep-0"]);
  vi.mocked(listTeamsWithSingles).mockResolvedValue([]);
  for (let minute = 1; minute <= 10; minute += 1) await run(minute);
  expect(steps).toEqual(["sweep-0", "sweep-0", "sweep-0"]);
});

test("a sweep that cannot read what there is to do does not beat, and one with nothing to do does", async () => {
  const beats = vi.mocked(noteBeat);
  for (const minute of [5, 6]) {
    beats.mockClear();
    vi.mocked(listTeamsWithSingles).mockRejectedValueOnce(new Error("no"));
    await expect(run(minute)).rejects.toThrow("no");
    expect(beats).not.toHaveBeenCalled();
    vi.mocked(listTeamsWithSingles).mockResolvedValue([]);
    await run(minute);
    expect(beats).toHaveBeenCalledWith("sweep");
  }
});
