// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { restLetters } from "./letters";
import { once, useHotkeys } from "./use-hotkeys";

type Given = Parameters<typeof useHotkeys>;

afterEach(() => {
  cleanup();
  restLetters(false);
  vi.useRealTimers();
});

/** A page with these keys, a field, a text, a dialog and a button. */
function Page({ given }: { given: Given }) {
  useHotkeys(...given);
  return (
    <main>
      <input />
      <input type="checkbox" />
      <div contentEditable suppressContentEditableWarning />
      <div role="dialog">
        <button type="button">in the dialog</button>
        <textarea />
      </div>
      <button type="button">on the page</button>
    </main>
  );
}

function page(...given: Given) {
  const { container } = render(<Page given={given} />);
  return (selector: string) => {
    const found = container.querySelector(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };
}

/** Presses a key, by default on the body. @returns whether the browser did nothing of its own with it. */
const press = (init: KeyboardEventInit, on: Element = document.body) => !fireEvent.keyDown(on, init);

test("a key acts by its name, with the shift and the command it needs and no other", () => {
  const s = vi.fn();
  const all = vi.fn();
  const back = vi.fn();
  const space = vi.fn();
  page({ s, "shift+s": all, "mod+z": back, space });
  press({ key: "s" });
  press({ key: "S", shiftKey: true });
  press({ key: "z", ctrlKey: true });
  press({ key: "z", metaKey: true });
  press({ key: " " });
  press({ key: "Z", metaKey: true, shiftKey: true });
  press({ key: "s", altKey: true });
  press({ key: "s", ctrlKey: true });
  expect([s, all, back, space].map((act) => act.mock.calls.length)).toEqual([1, 1, 2, 1]);
});

test("a sign counts wherever it stands on the keyboard", () => {
  const search = vi.fn();
  page({ "/": search });
  press({ key: "/", shiftKey: true });
  expect(search).toHaveBeenCalledOnce();
});

test("what does nothing now is left to the browser", () => {
  page({ s: () => {}, e: false, d: () => false });
  expect(press({ key: "s" })).toBe(true);
  expect(press({ key: "e" })).toBe(false);
  expect(press({ key: "d" })).toBe(false);
  expect(press({ key: "q" })).toBe(false);
});

test("a page's keys rest while somebody writes and under a dialog", () => {
  const s = vi.fn();
  const find = page({ s, "mod+z": s });
  for (const place of ["input", "[contenteditable]", "[role=dialog] button", "textarea"]) {
    press({ key: "s" }, find(place));
    press({ key: "z", ctrlKey: true }, find(place));
  }
  expect(s).not.toHaveBeenCalled();
  press({ key: "s" }, find("main > button"));
  expect(s).toHaveBeenCalledOnce();
});

test("where letters are switched off they rest, and what needs the command key goes on working", () => {
  const letter = vi.fn();
  const back = vi.fn();
  page({ s: letter, "mod+z": back });
  restLetters(true);
  press({ key: "s" });
  press({ key: "z", ctrlKey: true });
  expect(letter).not.toHaveBeenCalled();
  expect(back).toHaveBeenCalledOnce();
});

test("a dialog's own keys act in it, but not in its fields", () => {
  const reason = vi.fn();
  const find = page({ 1: reason }, { of: "dialog" });
  press({ key: "1" }, find("textarea"));
  expect(reason).not.toHaveBeenCalled();
  press({ key: "1" }, find("[role=dialog] button"));
  expect(reason).toHaveBeenCalledOnce();
});

test("what stops everything acts also while somebody writes", () => {
  const stop = vi.fn();
  const find = page({ "mod+.": stop }, { of: "always" });
  press({ key: ".", ctrlKey: true }, find("input"));
  press({ key: ".", ctrlKey: true }, find("[role=dialog] button"));
  expect(stop).toHaveBeenCalledTimes(2);
});

test("a key held down acts once where it should", () => {
  const sign = vi.fn();
  const next = vi.fn();
  page({ s: once(sign), j: next });
  press({ key: "s" });
  expect(press({ key: "s", repeat: true })).toBe(true);
  press({ key: "j" });
  press({ key: "j", repeat: true });
  expect(sign).toHaveBeenCalledOnce();
  expect(next).toHaveBeenCalledTimes(2);
});

test("the letter after G leads away and is not the page's; too late it is", () => {
  vi.useFakeTimers();
  const go = vi.fn();
  const edit = vi.fn();
  page({ e: edit });
  page({ "g e": go }, { first: true });
  press({ key: "g" });
  press({ key: "e" });
  expect([go.mock.calls.length, edit.mock.calls.length]).toEqual([1, 0]);
  press({ key: "g" });
  vi.advanceTimersByTime(1300);
  press({ key: "e" });
  expect([go.mock.calls.length, edit.mock.calls.length]).toEqual([1, 1]);
});

test("nothing acts after the page is left", () => {
  const s = vi.fn();
  page({ s });
  cleanup();
  press({ key: "s" });
  expect(s).not.toHaveBeenCalled();
});

test("a box that is ticked is no field: letters and Escape act there, and the space bar ticks it", () => {
  const acts = { w: vi.fn(), escape: vi.fn(), space: vi.fn(), backspace: vi.fn() };
  const box = page(acts)('input[type="checkbox"]');
  for (const key of ["w", "Escape", " ", "Backspace"]) press({ key }, box);
  expect(Object.values(acts).map((act) => act.mock.calls.length)).toEqual([1, 1, 0, 0]);
});

test("a key that closes what it was pressed in does nothing else", () => {
  const letGo = vi.fn();
  const button = page({ escape: letGo })('[role="dialog"] button');
  window.addEventListener("keydown", () => button.remove(), { capture: true, once: true });
  press({ key: "Escape" }, button);
  expect(letGo).not.toHaveBeenCalled();
});
