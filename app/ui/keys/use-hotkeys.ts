"use client";

import { useEffect, useRef } from "react";
import { isComing } from "./coming";
import { lettersRest } from "./letters";

/**
 * What each key does, by its name: "s", "shift+s", "mod+z" for ⌘ or Ctrl, "space", and "g t" for one after the other. What is false or
 * null now does nothing and is left to the browser; so is what the act answers with false.
 */
type Hotkeys = Record<string, ((event: KeyboardEvent) => unknown) | false | null | undefined>;
type Options = {
  /**
   * Keys of a page rest while somebody writes, while something is open over it, and where letters are switched off; those of a dialog
   * rest in its fields. Some act always.
   */
  of?: "page" | "dialog" | "always";
  /** Before all others, which then hear nothing of it. */
  first?: boolean;
};

/** How long a key waits for the one after it. */
const patienceMs = 1200;

export function useHotkeys(keys: Hotkeys, { of = "page", first = false }: Options = {}) {
  const doing = useRef({ keys, of });
  doing.current = { keys, of };
  useEffect(() => {
    let led = { name: "", at: 0 };
    const press = (event: KeyboardEvent) => {
      const { keys, of } = doing.current;
      // Filling in a form, a browser reports presses of no key at all.
      if (!event.key || event.altKey || event.defaultPrevented || rests(event, of)) return;
      const name = nameOf(event);
      const act = (Date.now() - led.at < patienceMs && keys[`${led.name} ${name}`]) || keys[name];
      led = { name, at: Date.now() };
      if (!act || act(event) === false) return;
      event.preventDefault();
      if (first) event.stopImmediatePropagation();
    };
    document.addEventListener("keydown", press, { capture: first });
    return () => document.removeEventListener("keydown", press, { capture: first });
  }, [first]);
}

/** For a key that does nothing more while it is held down. */
export function once(act: () => unknown) {
  return (event: KeyboardEvent) => (event.repeat ? undefined : act());
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  // Where a sign stands differs: / is ⇧7 on a German keyboard. There the sign alone counts.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key));
  return `${isCommand(event) ? "mod+" : ""}${shift ? "shift+" : ""}${key}`;
}

function rests(event: KeyboardEvent, of: Options["of"]): boolean {
  const { target } = event;
  if (of === "always" || !(target instanceof HTMLElement)) return false;
  // What it was pressed in has closed at this very press.
  if (!target.isConnected) return true;
  if (target.isContentEditable || target.matches(fields)) return true;
  if (target.matches(boxes) && ofBox.includes(event.key)) return true;
  if (of === "dialog") return false;
  if (isComing()) return true;
  return (lettersRest() && !isCommand(event)) || target.closest('[role="dialog"], [role="menu"]') !== null;
}

/** Nothing is written in a box that is ticked. The space bar ticks it, and Backspace does nothing: what it takes away elsewhere is not what was ticked. */
const boxes = 'input[type="checkbox"]';
const ofBox = [" ", "Backspace"];
const fields = `input:not(${boxes}), textarea, select`;

const isCommand = (event: KeyboardEvent) => event.metaKey || event.ctrlKey;
