"use client";

import { useEffect, useState } from "react";
import { toast } from "@/app/ui/toast/toast";

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

/** The same for what opens with a press: `wanted` from the press on, unless it cannot be loaded, which is said. */
export function useOpened<Part>(load: () => Promise<Part>) {
  const [part, ask] = useLater(load);
  const [wanted, setWanted] = useState(false);
  const press = async () => {
    setWanted(true);
    if (await ask()) return;
    setWanted(false);
    toast("This could not be loaded.", { detail: "Countersign does not answer. Press once more in a moment." });
  };
  return { part: wanted ? part : null, near: () => void ask(), press: () => void press() };
}

/**
 * Whether a dialog that comes later is open: not before it is there. One that comes opened does not know where the focus was, and
 * cannot give it back.
 */
export function useOpensOnceThere(opened: boolean, part: unknown): boolean {
  const [shown, setShown] = useState(false);
  const isThere = part !== null;
  useEffect(() => setShown(opened && isThere), [opened, isThere]);
  return shown && opened;
}

/**
 * A dialog that comes with the press that opens it.
 * @returns it, null until then; `shown` is what it takes for `opened`; `button` is for the button it opens with, whose focus comes back.
 */
export function useDialog<Part>(load: () => Promise<Part>) {
  const { part: Dialog, near, press } = useOpened(load);
  const [opened, setOpened] = useState(false);
  const open = () => {
    press();
    setOpened(true);
  };
  return {
    Dialog,
    opened,
    shown: useOpensOnceThere(opened, Dialog),
    open,
    close: () => setOpened(false),
    button: { onPointerEnter: near, onFocus: near, onClick: open },
  };
}
