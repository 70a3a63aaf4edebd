"use client";

import { useEffect, useRef, useState } from "react";
import { isNewer } from "@/app/ui/act/here";
import { useComing } from "@/app/ui/keys/coming";
import { toast } from "@/app/ui/toast/toast";

const againMs = 3000;
const soon = () => new Promise((due) => setTimeout(due, 300));

/**
 * A part of a page that comes once it is asked for: what few people open is loaded by nobody else.
 * @returns it, null until then; and what asks for it, as often as one likes, which tells whether it is there. Where the server is away it stays away.
 */
export function useLater<Part>(load: () => Promise<Part>): [part: Part | null, ask: () => Promise<boolean>] {
  const [part, setPart] = useState<Part | null>(null);
  const ask = () =>
    load().then(
      (found) => {
        setPart(() => found);
        return true;
      },
      () => false,
    );
  return [part, ask];
}

/** The same for what is shown as soon as it is there: asked for again until it comes. */
export function useAtOnce<Part>(load: () => Promise<Part>): Part | null {
  const [part, ask] = useLater(load);
  const asks = useRef(ask);
  asks.current = ask;
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const untilThere = async () => {
      if (!(await asks.current())) again = setTimeout(untilThere, againMs);
    };
    void untilThere();
    return () => clearTimeout(again);
  }, []);
  return part;
}

/** The same for what opens with a press: `wanted` from the press on, unless it cannot be loaded, which is said. */
export function useOpened<Part>(load: () => Promise<Part>) {
  const [part, ask] = useLater(load);
  const [wanted, setWanted] = useState(false);
  const press = async () => {
    setWanted(true);
    // Once more before it is said: one request of many may be lost on its way.
    if ((await ask()) || (await soon().then(ask))) return true;
    setWanted(false);
    toast("This could not be loaded.", {
      detail: isNewer()
        ? "A newer Countersign is here. Reload the page: what you typed is kept."
        : "Countersign does not answer. Press once more in a moment.",
    });
    return false;
  };
  return { part: wanted ? part : null, near: () => void ask(), press };
}

/** When a key or a pointer was last pressed on the page, by its own clock. */
let touchedAt = 0;
const touch = () => {
  touchedAt = performance.now();
};
if (typeof window !== "undefined")
  for (const type of ["keydown", "pointerdown"]) window.addEventListener(type, touch, { capture: true, passive: true });

/** Where the focus was as something was opened, and when. */
export type Before = { focus: Element | null; at: number };
export const beforeIt = (): Before => ({ focus: document.activeElement, at: performance.now() });

/** Whether somebody writes in another place than where the focus was as they opened something. A field that takes the focus by itself, as one does that was refused, is nobody who writes. */
export function writesElsewhere({ focus, at }: Before): boolean {
  const now = document.activeElement;
  if (now === focus || touchedAt <= at) return false;
  return now instanceof HTMLElement && (now.isContentEditable || now.matches("input, textarea"));
}

/**
 * Whether a dialog that comes later is open: not before it is there. One that comes opened does not know where the focus was, and
 * cannot give it back. Whoever writes elsewhere by then is not called away: it is closed.
 */
export function useOpensOnceThere(opened: boolean, part: unknown, close?: () => void): boolean {
  const [shown, setShown] = useState(false);
  const isThere = part !== null;
  const before = useRef<Before | null>(null);
  const leave = useRef(close);
  leave.current = close;
  useEffect(() => {
    if (opened) before.current = beforeIt();
  }, [opened]);
  useEffect(() => {
    const isLeft = opened && isThere && leave.current !== undefined && before.current !== null && writesElsewhere(before.current);
    if (isLeft) leave.current?.();
    setShown(opened && isThere && !isLeft);
  }, [opened, isThere]);
  return shown && opened;
}

/**
 * A dialog that comes with the press that opens it.
 * @returns it, null until then; `shown` is what it takes for `opened`; `button` is for the button it opens with, whose focus comes back.
 */
export function useDialog<Part>(load: () => Promise<Part>) {
  const { part: Dialog, near, press } = useOpened(load);
  const [opened, setOpened] = useState(false);
  const open = async () => {
    setOpened(true);
    if (!(await press())) setOpened(false);
  };
  const close = () => setOpened(false);
  const shown = useOpensOnceThere(opened, Dialog, close);
  useComing(opened && !shown);
  return {
    Dialog,
    opened,
    shown,
    open: () => void open(),
    close,
    button: { onPointerEnter: near, onFocus: near, onClick: () => void open() },
  };
}
