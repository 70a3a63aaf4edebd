import { expect, test, vi } from "vitest";
import { renewAddress } from "../../lib/senders/renew-address";
import { renewAddresses } from "./renew-addresses";

vi.mock("../../lib/replies/poll-mailbox", () => ({
  listMailboxesToPoll: async () => ["a", "b", "c"].map((senderAccountId) => ({ teamId: "t", senderAccountId })),
}));
vi.mock("../../lib/senders/renew-address", () => ({ renewAddress: vi.fn() }));

test("a mailbox that fails does not keep the others from being renewed", async () => {
  const asked: string[] = [];
  vi.mocked(renewAddress).mockImplementation(async (_scope, senderAccountId) => {
    asked.push(senderAccountId);
    if (senderAccountId === "b") throw new Error("no");
  });
  const { fn } = renewAddresses as unknown as { fn: (context: object) => Promise<void> };
  await fn({ step: { run: (_name: string, work: () => unknown) => work() } });
  expect(asked).toEqual(["a", "b", "c"]);
});
