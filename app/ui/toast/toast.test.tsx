// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { show } from "./shown";
import { hushToast, toast } from "./toast";
import { Toasts } from "./toasts";

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <MantineProvider>
      <Toasts />
    </MantineProvider>,
  );
});
afterEach(() => {
  act(() => show(null));
  cleanup();
  vi.useRealTimers();
});

const say = (...given: Parameters<typeof toast>) => act(() => toast(...given));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const said = () => screen.queryAllByRole("status").map((one) => one.textContent);

test("what is said stands for eight seconds", async () => {
  const onGone = vi.fn();
  say("Ada is in Printers.", { onGone });
  await pass(7900);
  expect(said()).toEqual(["Ada is in Printers."]);
  await pass(200);
  expect(said()).toEqual([]);
  expect(onGone).toHaveBeenCalledOnce();
});

test("what is said next takes its place at once", async () => {
  say("One.");
  say("Two.");
  await pass(0);
  expect(said()).toEqual(["Two."]);
});

test("it is taken back by its button, once", async () => {
  const back = vi.fn();
  say("3 people archived.", { back });
  fireEvent.click(screen.getByRole("button", { name: /^Take back/ }));
  await pass(0);
  expect(back).toHaveBeenCalledOnce();
  expect(said()).toEqual([]);
});

test("its key pressed again before it is gone is the page's own", async () => {
  const [back, own] = [vi.fn(), vi.fn()];
  renderHook(() => useHotkeys({ "mod+z": own }));
  say("Signed for Lena", { back, backKey: "Z" });
  for (const _ of ["once", "twice", "three times"])
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
  expect(back).toHaveBeenCalledOnce();
  expect(own).toHaveBeenCalledTimes(2);
});

test("it stays while it is pointed at or holds the focus", async () => {
  say("Ada is in Printers.");
  fireEvent.mouseEnter(screen.getByRole("status"));
  await pass(20_000);
  expect(said()).toHaveLength(1);
  fireEvent.mouseLeave(screen.getByRole("status"));
  fireEvent.focus(screen.getByRole("button", { name: "Close" }));
  await pass(20_000);
  expect(said()).toHaveLength(1);
  fireEvent.blur(screen.getByRole("button", { name: "Close" }));
  await pass(8100);
  expect(said()).toEqual([]);
});

test("under way it stays; done, it changes in place and its time begins", async () => {
  say("Signing for Ada", { id: "a", busy: true, back: () => {} });
  await pass(20_000);
  const card = screen.getByRole("status");
  say("Signed for Ada", { id: "a", back: () => {} });
  expect(screen.getByRole("status")).toBe(card);
  expect(card.textContent).toContain("Signed for Ada");
  await pass(8100);
  expect(said()).toEqual([]);
});

test.each(["button", "key"])("under way it is taken back by its %s, too", async (by) => {
  const back = vi.fn();
  say("Signing for Ada", { id: "a", busy: true, back, backKey: "Z" });
  await pass(0);
  if (by === "button") fireEvent.click(screen.getByRole("button", { name: /^Take back/ }));
  else fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await pass(0);
  expect(back).toHaveBeenCalledOnce();
  expect(said()).toEqual([]);
});

test("what went wrong is spoken at once and stays until it is closed", async () => {
  say("Nothing was stopped; press again.", { trouble: true });
  await pass(60_000);
  expect(screen.getByRole("alert").textContent).toBe("Nothing was stopped; press again.");
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await pass(0);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("it is hushed by its own id only", async () => {
  say("One.", { id: "one" });
  act(() => hushToast("another"));
  await pass(0);
  expect(said()).toEqual(["One."]);
  act(() => hushToast("one"));
  await pass(0);
  expect(said()).toEqual([]);
});
