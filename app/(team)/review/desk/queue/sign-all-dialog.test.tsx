// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Asked } from "@/lib/drafts/sign-all/ask-to-sign";
import { SignAllDialog } from "./sign-all-dialog";

beforeAll(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
  }));
});
afterEach(cleanup);

const asked: Asked = {
  jobId: "j1",
  passing: 431,
  unopened: 419,
  unlisted: 12,
  failing: 3,
  changed: [
    { by: "Ben Ortiz", count: 1 },
    { by: null, count: 2 },
  ],
};

function show(what: Asked) {
  const on = { close: vi.fn(), confirm: vi.fn() };
  render(
    <MantineProvider env="test">
      <SignAllDialog asked={what} busy={false} onClose={on.close} onConfirm={on.confirm} />
    </MantineProvider>,
  );
  return on;
}

test("says in numbers what will be signed, what was not opened, and what waits because of whom", () => {
  show(asked);
  expect(screen.getByRole("dialog", { name: "Sign 431 drafts?" })).toBeTruthy();
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "You have not opened 419 of them",
    "12 of them come after those that the list shows",
    "3 do not pass and wait for you",
    "Ben Ortiz changed 1 since: it waits",
    "2 would read differently since: they wait",
  ]);
});

test("signs only where one says so: the safe button has the focus, and S signs", async () => {
  const on = show(asked);
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Not yet"));
  fireEvent.keyDown(document.body, { key: "s", repeat: true });
  expect(on.confirm).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "s" });
  expect(on.confirm).toHaveBeenCalledOnce();
  on.confirm.mockClear();
  fireEvent.click(screen.getByRole("button", { name: /^Not yet/ }));
  expect(on.confirm).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: /^Sign 431/ }));
  expect(on.confirm).toHaveBeenCalledOnce();
});

test("offers nothing to sign where nothing would be", () => {
  show({ ...asked, passing: 0, unopened: 0, unlisted: 0 });
  expect(screen.getByRole("dialog", { name: "Nothing to sign as it was shown" })).toBeTruthy();
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Close Esc"]);
});
