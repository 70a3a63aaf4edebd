import { expect, test, vi } from "vitest";
import { checkIfDue } from "../../lib/domains/check-if-due";
import { checkDomains } from "./check-domains";

vi.mock("../../lib/domains/list-teams-to-check", () => ({ listTeamsToCheck: async () => ["t1", "t2"] }));
vi.mock("../../lib/domains/list-domains-to-check", () => ({
  listDomainsToCheck: async ({ teamId }: { teamId: string }) => [`a.${teamId}`, `b.${teamId}`],
}));
vi.mock("../../lib/domains/check-if-due", () => ({ checkIfDue: vi.fn() }));
vi.mock("../../lib/domains/check-mailbox-domain", () => ({ checkMailboxDomain: vi.fn() }));

test("a domain that cannot be looked up keeps no other from it, of its team or another", async () => {
  const asked: string[] = [];
  vi.mocked(checkIfDue).mockImplementation(async (scope, domain) => {
    asked.push(`${scope.teamId} ${domain}`);
    if (domain === "a.t1") throw new Error("no");
    return true;
  });
  const step = { run: (_name: string, work: () => unknown) => work() };
  await (checkDomains as unknown as { fn: (context: object) => Promise<void> }).fn({ step });
  expect(asked).toEqual(["t1 a.t1", "t1 b.t1", "t2 a.t2", "t2 b.t2"]);
});
