// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HandOver as Numbers } from "@/lib/sending/hand-over/read-hand-over";
import { CopyText } from "../../copy-text";
import { handOverMailboxAction } from "../actions";
import { HandOver } from "./hand-over";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
vi.mock("../actions", () => ({ handOverMailboxAction: vi.fn() }));

const action = vi.mocked(handOverMailboxAction);
const sales = { id: "s", email: "sales@contoso.com" };
const numbers: Numbers = { people: 46, signed: 44, threads: 8, staying: 2, targets: [sales] };

beforeEach(() => {
  action.mockReset();
  action.mockResolvedValue({ ok: true, data: { people: 46, threads: 0 } });
});
afterEach(cleanup);

function open(given: Partial<Numbers> = {}) {
  render(
    <MantineProvider>
      <HandOver mailbox={{ id: "b", email: "ben@contoso.com" }} numbers={{ ...numbers, ...given }} />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: /^Hand over/ }));
}

test("it says in numbers what goes, what becomes void and what stays, and the harmless button has the focus", async () => {
  open();
  expect(await screen.findByText("46 first mails not yet sent go from sales@contoso.com.")).toBeTruthy();
  expect(screen.getByText(/44 of them are signed.*these seals become void and wait in Review/s)).toBeTruthy();
  expect(screen.getByText("8 people in mid-sequence stay with ben@ and wait for it.")).toBeTruthy();
  expect(screen.getByText("2 mails on the way or in Outlook’s Drafts stay as they are.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Leave them with ben@" }).hasAttribute("data-autofocus")).toBe(true);
  expect(action).not.toHaveBeenCalled();
});

test("those in mid-sequence go only where somebody says so", async () => {
  open();
  fireEvent.click(await screen.findByRole("checkbox", { name: /Let the 8 in mid-sequence go on too/ }));
  expect(screen.queryByText(/in mid-sequence stay with/)).toBeNull();
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Hand over 54" }));
  await waitFor(() => expect(action).toHaveBeenCalledWith({ senderAccountId: "b", to: "s", withThreads: true }));
});

test("one of several mailboxes is chosen", async () => {
  open({ targets: [sales, { id: "i", email: "info@contoso.com" }], threads: 0 });
  fireEvent.click(await screen.findByRole("radio", { name: "info@contoso.com" }));
  expect(screen.getByText("46 first mails not yet sent go from info@contoso.com.")).toBeTruthy();
});

test("a refusal is told, and the question stays", async () => {
  action.mockResolvedValueOnce({ ok: false, error: { code: "conflict", message: "A mail is leaving." } });
  open({ threads: 0 });
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Hand over 46" }));
  expect(await screen.findByText("A mail is leaving.")).toBeTruthy();
});

test("lines that cannot be copied are shown instead", async () => {
  const clipboard = { writeText: () => Promise.reject(new Error("no")) };
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  render(
    <MantineProvider>
      <CopyText text={["What.", "Please.", "For whom."].join("\n")} label="Copy for the admin" isMain />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Copy for the admin" }));
  expect((await screen.findByText(/Please\./)).textContent).toBe("What.\nPlease.\nFor whom.");
});
