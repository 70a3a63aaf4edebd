// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ScheduledFilter, ScheduledRow, ScheduledView } from "@/lib/scheduled/scheduled";
import { ScheduledList } from "./scheduled-list";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("./actions", () => ({ readTimesAction: async () => ({ ok: true, data: { offers: [], begin: { day: "", time: "" } } }) }));
afterEach(cleanup);

const rowOf = (id: string) =>
  ({
    slotId: id,
    draftId: id,
    name: `Person ${id}`,
    subject: "",
    at: "2026-11-24T14:00:00Z",
    here: "9:00",
    mailbox: "anna@contoso.com",
    by: "Supplier invoices, 1",
    campaign: "Supplier invoices",
    why: "",
    held: null,
    seal: null,
    moved: null,
  }) as unknown as ScheduledRow;
const day = { key: "2026-11-24", name: "Today", count: 2, rows: [rowOf("a"), rowOf("b")], more: 0, next: null, isOpen: false };
const view = { stopped: false, city: "Zurich", waiting: [], days: [day], later: null } as unknown as ScheduledView;
const filter: ScheduledFilter = { by: "all", mailbox: null, person: "", show: "coming", from: null, day: null, after: null };

const show = () => {
  render(
    <MantineProvider env="test">
      <ScheduledList view={view} filter={filter} mayAct />
    </MantineProvider>,
  );
  const row = screen.getByText("Person b").closest("tr") as HTMLTableRowElement;
  row.focus();
  return row;
};
/** Its module is made in this moment. */
const slowly = { timeout: 10_000 };

test("T asks for another time of the row that has the focus, the first time too, and gives the focus back", async () => {
  const row = show();
  fireEvent.keyDown(row, { key: "t" });
  const heading = await screen.findByText("When does it leave?", {}, slowly);
  expect(row.dataset.moving).toBe("true");
  await waitFor(() => expect(document.activeElement?.closest("[role=dialog]")).toBeTruthy());
  fireEvent.keyDown(heading, { key: "Escape" });
  await waitFor(() => expect(document.activeElement).toBe(row));
  fireEvent.keyDown(row, { key: "t" });
  await screen.findByText("When does it leave?");
});

test("Backspace asks before it ends a campaign for somebody, the first time too, and gives the focus back", async () => {
  const row = show();
  fireEvent.keyDown(row, { key: "Backspace" });
  await screen.findByText("Cancel the mail to Person b?", {}, slowly);
  fireEvent.click(screen.getByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(document.activeElement).toBe(row));
});
