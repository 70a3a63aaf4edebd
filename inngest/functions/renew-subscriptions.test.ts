import { expect, test, vi } from "vitest";
import { keepSubscriptions } from "../../lib/microsoft/subscriptions/keep-subscriptions";
import { renewSubscriptions, watchOne } from "./renew-subscriptions";

const teamId = "11111111-1111-4111-8111-111111111111";
const mailboxes = ["a", "b"].map((one) => ({ teamId, senderAccountId: `aaaaaaaa-0000-4000-8000-00000000000${one}` }));
vi.mock("../../lib/microsoft/subscriptions/list-mailboxes-to-watch", () => ({ listMailboxesToWatch: async () => mailboxes }));
vi.mock("../../lib/microsoft/subscriptions/keep-subscriptions", () => ({ keepSubscriptions: vi.fn(async () => ({})) }));
vi.mock("../../db/access/database-clock", () => ({ readClock: async () => new Date(0) }));

type Asked = { name: string; id: string; data: unknown };
const callOf = (one: unknown) => (one as { fn: (context: object) => Promise<void> }).fn;

test("each mailbox that is due is asked for in a run of its own, and one run looks after one", async () => {
  const asked: Asked[] = [];
  const step = {
    run: (_name: string, work: () => unknown) => work(),
    sendEvent: async (_name: string, events: Asked[]) => void asked.push(...events),
  };
  await callOf(renewSubscriptions)({ step });
  expect(asked.map(({ name, data }) => ({ name, data }))).toEqual(mailboxes.map((data) => ({ name: "mailbox/watch", data })));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(2);
  await callOf(watchOne)({ step, event: { data: mailboxes[1] } });
  expect(vi.mocked(keepSubscriptions).mock.calls).toEqual([
    [{ teamId, memberId: null }, mailboxes[1]?.senderAccountId, new Date(0)],
  ]);
});
