// @vitest-environment happy-dom
import { MantineProvider, Popover } from "@mantine/core";
import { cleanup, fireEvent, render, renderHook, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { AtButton } from "./at-button";
import { type At, useOpenedAt } from "./use-opened-by";

const said = vi.hoisted(() => vi.fn());
vi.mock("@/app/ui/toast/toast", () => ({ toast: said }));
afterEach(() => {
  cleanup();
  said.mockClear();
});

function Panel({ at, onClose }: { at: At; onClose: () => void }) {
  return (
    <Popover id={at.id} opened={at.opened} onChange={(open) => !open && onClose()} trapFocus returnFocus>
      <Popover.Target>
        <AtButton button={at.button} />
      </Popover.Target>
      <Popover.Dropdown>
        <input aria-label="Until when" />
      </Popover.Dropdown>
    </Popover>
  );
}
type Load = () => Promise<typeof Panel>;

function Page({ load }: { load: Load }) {
  const [opened, setOpened] = useState(false);
  const { part: Open, target, at } = useOpenedAt(load, opened, () => setOpened(false));
  return (
    <MantineProvider env="test">
      <button type="button" {...target} onClick={() => setOpened(!opened)}>
        Snooze
      </button>
      <p>{opened ? "asked for" : "closed"}</p>
      {Open && <Open at={at} onClose={() => setOpened(false)} />}
    </MantineProvider>
  );
}

test("what is typed while it comes is not taken for keys of the page, and Escape closes it before it is there", async () => {
  const left = vi.fn();
  renderHook(() => useHotkeys({ w: () => left() }));
  render(<Page load={() => new Promise(() => undefined)} />);
  fireEvent.keyDown(document.body, { key: "w" });
  expect(left).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Snooze" }));
  fireEvent.keyDown(document.body, { key: "w" });
  expect(left).toHaveBeenCalledOnce();
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(screen.getByText("closed")).toBeTruthy();
  fireEvent.keyDown(document.body, { key: "w" });
  expect(left).toHaveBeenCalledTimes(2);
});

test("what comes with the press takes the focus and gives it back to its button, which stays the same", async () => {
  let come: (panel: typeof Panel) => void = () => undefined;
  const load = vi.fn<Load>(
    () =>
      new Promise((done) => {
        come = done;
      }),
  );
  render(<Page load={load} />);
  const button = screen.getByRole("button", { name: "Snooze" });
  expect(load).not.toHaveBeenCalled();
  fireEvent.pointerEnter(button);
  expect(load).toHaveBeenCalled();
  button.focus();
  fireEvent.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("false");
  come(Panel);
  const field = await screen.findByRole("textbox", { name: "Until when" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(screen.getByRole("dialog", { name: "Snooze" })).toBeTruthy();
  expect(button.getAttribute("aria-expanded")).toBe("true");
  fireEvent.keyDown(field, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(screen.getByRole("button", { name: "Snooze" })).toBe(button);
});

test("what cannot be loaded is said, and nothing waits for it; the next press asks again", async () => {
  const load = vi.fn<Load>(async () => {
    throw new Error("away");
  });
  render(<Page load={load} />);
  const button = screen.getByRole("button", { name: "Snooze" });
  fireEvent.pointerEnter(button);
  await Promise.resolve();
  expect(said).not.toHaveBeenCalled();
  fireEvent.click(button);
  await waitFor(() => expect(said).toHaveBeenCalledOnce());
  await screen.findByText("closed");
  load.mockImplementation(async () => Panel);
  fireEvent.click(button);
  expect(await screen.findByRole("textbox", { name: "Until when" })).toBeTruthy();
});
