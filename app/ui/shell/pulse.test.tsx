// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { HeldUp } from "@/lib/engine/read-held-up";
import type { ShellData } from "@/lib/shell/shell-data";
import { Pulse } from "./pulse";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("@/app/(team)/stop-actions", () => ({ stopAllSending: vi.fn(), resumeAllSending: vi.fn() }));
afterEach(cleanup);

const asOf = "2026-11-30T09:30:00Z";
const sending: ShellData["pulse"] = {
  ...{ state: "sending", stoppedBy: null, stoppedAt: null, stop: null, sentToday: 3, plannedToday: 40 },
  next: { at: "2026-11-30T09:45:00Z", name: "Lena Vogt", mailbox: "anna@contoso.com", campaignId: "c", why: null },
};
const show = (pulse: ShellData["pulse"], heldUp: HeldUp | null) =>
  render(
    <MantineProvider>
      <Pulse pulse={pulse} heldUp={heldUp} asOf={asOf} timezone="Europe/Berlin" mayStop />
    </MantineProvider>,
  ).container.textContent;

test("the pulse promises no next mail while the job runner is silent, says since when, and can still stop all", () => {
  const told = show(sending, { since: "2026-11-30T08:12:00Z" });
  expect(told).toContain("Mail is held up");
  expect(told).toContain("The job runner has not answered since 9:12. Nothing is lost.");
  expect(told).not.toContain("Lena");
  expect(screen.getByRole("button", { name: /Stop all/ })).toBeTruthy();
});

test("what is stopped by a person stays said as that", () => {
  expect(show({ ...sending, state: "stopped", stoppedBy: "Ben" }, { since: null })).toMatch(/All sending is stopped.*by Ben/);
});

test("a job runner that beats is not spoken of", () => {
  const told = show(sending, null);
  expect(told).toContain("Lena");
  expect(told).not.toContain("job runner");
});
