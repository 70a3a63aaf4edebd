// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { readShown, show } from "@/app/ui/toast/shown";
import { LaterItems } from "./later-items";
import { LaterPart } from "./later-part";
import { LaterPick } from "./later-pick";
import { LaterValue } from "./later-value";

afterEach(() => {
  cleanup();
  show(null);
});

/** Modules are made in this moment. */
const slowly = { timeout: 10_000 };
const draw = (what: ReactNode) => render(<MantineProvider env="test">{what}</MantineProvider>);
const button = () => screen.getByRole("button", { name: "More" });

const drawItems = (onPick: () => void) =>
  draw(
    <LaterItems items={[{ key: "one", words: "One", onPick }]}>
      <button type="button">More</button>
    </LaterItems>,
  );

test("the first press opens the menu, and closed it gives the focus back to its button", async () => {
  const picked = vi.fn();
  drawItems(picked);
  expect(button().getAttribute("aria-haspopup")).toBe("menu");
  expect(button().getAttribute("aria-expanded")).toBe("false");
  button().focus();
  fireEvent.click(button());
  const one = await screen.findByRole("menuitem", { name: "One" }, slowly);
  expect(button().getAttribute("aria-expanded")).toBe("true");
  await waitFor(() => expect(screen.getByRole("menu").contains(document.activeElement)).toBe(true));
  fireEvent.keyDown(one, { key: "Escape" });
  await waitFor(() => expect(document.activeElement).toBe(button()));
  fireEvent.click(button());
  fireEvent.click(await screen.findByRole("menuitem", { name: "One" }));
  expect(picked).toHaveBeenCalledOnce();
  await waitFor(() => expect(document.activeElement).toBe(button()));
});

test("pressed from elsewhere it leaves the focus there, and gives it back there", async () => {
  drawItems(() => {});
  const row = document.createElement("p");
  row.tabIndex = -1;
  document.body.append(row);
  row.focus();
  fireEvent.click(button());
  const one = await screen.findByRole("menuitem", { name: "One" }, slowly);
  await waitFor(() => expect(screen.getByRole("menu").contains(document.activeElement)).toBe(true));
  fireEvent.keyDown(one, { key: "Escape" });
  await waitFor(() => expect(document.activeElement).toBe(row));
  row.remove();
});

test("what cannot be loaded is said, and the button can be pressed once more", async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error("away")).mockRejectedValueOnce(new Error("away"));
  load.mockResolvedValue(({ children }: { children: ReactNode }) => <p>There. {children}</p>);
  draw(
    <LaterPart about={{}} load={load}>
      <button type="button">More</button>
    </LaterPart>,
  );
  fireEvent.click(button());
  await waitFor(() => expect(readShown()?.words).toBe("This could not be loaded."));
  expect(screen.queryByText(/There/)).toBeNull();
  fireEvent.click(button());
  await screen.findByText(/There/);
});

/** A button whose part comes while a field elsewhere has the focus. @param touches whether a person pressed that field. */
async function comeBesideField(touches: boolean) {
  const pressed = vi.fn();
  let come: (part: () => ReactNode) => void = () => undefined;
  const load = () =>
    new Promise<() => ReactNode>((done) => {
      come = done;
    });
  draw(
    <>
      <LaterPart about={{}} load={load}>
        <button type="button">More</button>
      </LaterPart>
      <input aria-label="Text" />
    </>,
  );
  button().focus();
  fireEvent.click(button());
  if (touches) {
    await new Promise((due) => setTimeout(due, 5));
    fireEvent.pointerDown(screen.getByRole("textbox"));
  }
  screen.getByRole("textbox").focus();
  come(() => (
    <button type="button" onClick={pressed}>
      More, come
    </button>
  ));
  await screen.findByRole("button", { name: "More, come" });
  return pressed;
}

test("whoever writes elsewhere by the time it comes keeps the focus, and it opens with the next press", async () => {
  const pressed = await comeBesideField(true);
  expect(pressed).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});

test("a field that takes the focus by itself meanwhile holds nothing up", async () => {
  const pressed = await comeBesideField(false);
  await waitFor(() => expect(pressed).toHaveBeenCalledOnce());
});

test("who comes near has it loaded, and it opens only by the press", async () => {
  const pressed = vi.fn();
  const load = vi.fn().mockResolvedValue(() => (
    <button type="button" onClick={pressed}>
      More
    </button>
  ));
  draw(
    <LaterPart about={{}} load={load}>
      <button type="button">More</button>
    </LaterPart>,
  );
  const before = button();
  fireEvent.focus(before);
  await waitFor(() => expect(load).toHaveBeenCalled());
  expect(button()).toBe(before);
  fireEvent.click(before);
  await waitFor(() => expect(pressed).toHaveBeenCalledOnce());
});

test("a value says the choice that holds, opens the others, and is text for who may not change it", async () => {
  const picked = vi.fn();
  const choices = [
    { value: "off", label: "Off", said: "cannot join" },
    { value: "ask", label: "Ask" },
  ] as const;
  const pick = (disabled: boolean) => (
    <MantineProvider env="test">
      <LaterPick name="How people join" value="off" choices={choices} disabled={disabled} onPick={picked} />
    </MantineProvider>
  );
  const { rerender } = render(pick(true));
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText("cannot join")).toBeTruthy();
  rerender(pick(false));
  fireEvent.click(screen.getByRole("button", { name: "How people join: cannot join" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Ask" }, slowly));
  expect(picked).toHaveBeenCalledExactlyOnceWith("ask");
});

test("a value that has come stays while what was chosen is kept, with what was typed in it", async () => {
  const form = ({ children }: { children: ReactNode }) => (
    <p>
      {children} <input aria-label="From" />
    </p>
  );
  const load = async () => form;
  const value = (disabled: boolean) => (
    <MantineProvider env="test">
      <LaterValue name="Hours" text="9 to 17" disabled={disabled} about={{}} load={load} />
    </MantineProvider>
  );
  const { rerender } = render(value(false));
  fireEvent.click(screen.getByRole("button", { name: "Hours: 9 to 17" }));
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "From" });
  fireEvent.change(field, { target: { value: "8:30" } });
  rerender(value(true));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "From" }).value).toBe("8:30");
});
