import { expect, test, vi } from "vitest";
import { recheckTroubled } from "../../lib/microsoft/recheck-troubled";
import { testIfDue } from "../../lib/senders/self-test/test-if-due";
import { lookOverSingles } from "../../lib/sending/singles/look-over-singles";
import { wakeFiles } from "../../lib/suppressions/files/wake-files";
import { sweep } from "./sweep";
import { testMailboxes } from "./test-mailboxes";

const three = async () => ["a", "b", "c"].map((senderAccountId) => ({ teamId: "t", senderAccountId }));
vi.mock("../../db/access/database-clock", () => ({ readClock: async () => new Date() }));
vi.mock("../../lib/senders/self-test/list-mailboxes-to-test", () => ({ listMailboxesToTest: () => three() }));
vi.mock("../../lib/senders/self-test/test-if-due", () => ({ testIfDue: vi.fn() }));
vi.mock("../../lib/senders/self-test/run-self-test", () => ({ runSelfTest: vi.fn() }));
vi.mock("../../lib/replies/poll-mailbox", () => ({ listMailboxesToPoll: () => three() }));
vi.mock("../../lib/microsoft/recheck-troubled", () => ({ recheckTroubled: vi.fn() }));
vi.mock("../../lib/sending/sweep/list-under-way", () => ({ listUnderWay: async () => [] }));
vi.mock("../../lib/sending/sweep/list-teams-with-singles", () => ({ listTeamsWithSingles: async () => ["s", "t", "u"] }));
vi.mock("../../lib/sending/singles/look-over-singles", () => ({ lookOverSingles: vi.fn() }));
vi.mock("../../lib/suppressions/files/wake-files", () => ({ wakeFiles: vi.fn() }));

const step = { run: (_name: string, work: () => unknown) => work() };
const run = (given: unknown) => (given as { fn: (context: object) => Promise<void> }).fn({ step });

test.each([
  ["tested", testMailboxes, testIfDue],
  ["looked at again after its trouble", sweep, recheckTroubled],
] as const)("a mailbox that fails does not keep the others from being %s", async (_, given, verb) => {
  const asked: string[] = [];
  vi.mocked(verb as typeof testIfDue).mockImplementation(async (_scope, senderAccountId) => {
    asked.push(senderAccountId);
    if (senderAccountId === "b") throw new Error("no");
    return true;
  });
  await run(given);
  expect(asked).toEqual(["a", "b", "c"]);
});

test("a file that waits to come into the list is asked for again in every team with a mailbox, also where no campaign is under way", async () => {
  vi.mocked(wakeFiles).mockClear();
  await run(sweep);
  expect(vi.mocked(wakeFiles).mock.calls.map(([scope]) => scope)).toEqual([{ teamId: "t", memberId: null }]);
});

test("mail by hand that cannot be looked over in one team is in the others, also where no campaign is under way", async () => {
  const asked: string[] = [];
  vi.mocked(lookOverSingles).mockImplementation(async ({ teamId }) => {
    asked.push(teamId);
    if (teamId === "t") throw new Error("no");
    return { planned: 0, late: 0 };
  });
  await run(sweep);
  expect(asked).toEqual(["s", "t", "u"]);
});
