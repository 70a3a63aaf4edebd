import { beforeEach, expect, test, vi } from "vitest";
import { sendPlanned } from "../../lib/sending/run/send-planned";
import { keepWait } from "../../lib/sending/singles/keep-wait";
import { lookAtSingle } from "../../lib/sending/singles/look-at-single";
import { sendSingleMail } from "./send-single-mail";

vi.mock("../../db/access/database-clock", () => ({ readClock: async () => new Date(0), databaseClock: vi.fn() }));
vi.mock("../../lib/replies/look-first/look-first", () => ({ lookFirst: vi.fn() }));
vi.mock("../../lib/sending/run/rest-until", () => ({ restUntil: async () => 60_000 }));
vi.mock("../../lib/sending/run/send-planned", () => ({ sendPlanned: vi.fn() }));
vi.mock("../../lib/sending/singles/keep-wait", () => ({ keepWait: vi.fn() }));
vi.mock("../../lib/sending/singles/look-at-single", () => ({ lookAtSingle: vi.fn() }));

const [teamId, singleMailId, senderAccountId] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const at = "2026-11-24T15:00:00.000Z";
const look = vi.mocked(lookAtSingle);
const send = vi.mocked(sendPlanned);
let steps: string[];

beforeEach(() => {
  vi.resetAllMocks();
  steps = [];
  look.mockResolvedValue({ kind: "send", draftId: "d", at });
});

function run() {
  const step = {
    run: (name: string, work: () => unknown) => {
      steps.push(name);
      return work();
    },
    sleepUntil: async (name: string, until: string) => steps.push(`${name} ${until}`),
    waitForEvent: async (name: string, { event, timeout }: { event: string; timeout: number }) =>
      steps.push(`${name} ${event} ${timeout}`),
  };
  const event = { data: { teamId, singleMailId, senderAccountId, admission: 4 } };
  return (sendSingleMail as unknown as { fn: (context: object) => Promise<string> }).fn({ event, step });
}

test("looks, sleeps until the slot and sends under the name of its admission", async () => {
  send.mockResolvedValue({ kind: "sent" });
  expect(await run()).toBe("sent");
  expect(steps).toEqual(["look-0", `slot-0 ${at}`, "send-0"]);
  expect(send.mock.calls[0]?.[1]).toEqual({ singleMailId, senderAccountId, draftId: "d", runId: `${singleMailId}:4` });
});

test("comes again when it is told to, or once the mailbox is back, and ends where it lost the mail", async () => {
  send.mockResolvedValueOnce({ kind: "again", at });
  look.mockResolvedValueOnce({ kind: "send", draftId: "d", at }).mockResolvedValueOnce({ kind: "ended" });
  expect(await run()).toBe("ended");
  expect(steps).toEqual(["look-0", `slot-0 ${at}`, "send-0", "again-0 mailbox/back 60000", "look-1"]);
});

test("ends where the mail waits for somebody", async () => {
  send.mockResolvedValue({ kind: "wait" });
  expect(await run()).toBe("wait");
});

test("gives the mail up after so many rounds, so that another run goes on", async () => {
  send.mockResolvedValue({ kind: "again", at });
  expect(await run()).toBe("handed over");
  expect(send).toHaveBeenCalledTimes(100);
  expect(vi.mocked(keepWait).mock.calls[0]?.slice(1, 3)).toEqual([
    { singleMailId, runId: `${singleMailId}:4` },
    { kind: "wait", why: "in_line" },
  ]);
});
