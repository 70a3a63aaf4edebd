// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { QueueList } from "./queue-list";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(cleanup);

const row = (id: string, hand: string | null) => ({
  id,
  name: `Reader ${id}`,
  subject: "Hello",
  hand,
  state: "waits" as const,
  version: "1",
  signedAt: null,
});
const queue: ReviewQueue = {
  readAt: "2026-11-24T12:00:00Z",
  rows: [row("1", null), row("2", "Anna")],
  waiting: 2,
  passing: 2,
  signedToday: 0,
  campaigns: [{ id: "spring", name: "Spring", waiting: 1 }],
  byHand: 1,
  beingWritten: 0,
  nextDue: "",
};

function show(of: string | null = null, given = queue) {
  render(
    <MantineProvider>
      <QueueList
        queue={given}
        rows={given.rows}
        waiting={given.waiting}
        signed={0}
        current="1"
        of={of}
        onPick={() => {}}
        onStep={() => {}}
        signAll={null}
      />
    </MantineProvider>,
  );
}
const options = () =>
  screen.getAllByRole("option", { hidden: true }).flatMap((one) => (one.tagName === "OPTION" ? [one.textContent] : []));

test("says beside a mail by hand who wrote it, and leads to those alone", () => {
  show();
  expect(screen.getByText("by hand, Anna")).toBeTruthy();
  expect(options()).toEqual(["All drafts", "By hand", "Spring"]);
  fireEvent.change(screen.getByLabelText("Show"), { target: { value: "hand" } });
  expect(push).toHaveBeenCalledWith("/review?campaign=hand");
});

test("offers mails by hand only where there are some, or they are what is looked at", () => {
  const none = { ...queue, rows: [row("1", null)], byHand: 0 };
  show(null, none);
  expect(screen.queryByLabelText("Show")).toBeNull();
  cleanup();
  show("hand", none);
  expect(options()).toEqual(["All drafts", "By hand", "Spring"]);
});
