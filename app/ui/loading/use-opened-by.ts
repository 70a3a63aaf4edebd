"use client";

import { useEffect, useId, useRef } from "react";
import { useComing } from "@/app/ui/keys/coming";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { near } from "./near";
import { useOpened, useOpensOnceThere } from "./use-later";

/**
 * What a state of the page opens, such as a dialog by its key: loaded once that is so, and open once it is there. What cannot be loaded is
 * closed again, so that nothing waits for it.
 */
export function useOpenedBy<Part>(load: () => Promise<Part>, opened: boolean, onClose: () => void) {
  const close = useRef(onClose);
  close.current = onClose;
  const { part, press } = useOpened(() =>
    load().catch((trouble: unknown) => {
      close.current();
      throw trouble;
    }),
  );
  const open = useRef(press);
  open.current = press;
  useEffect(() => {
    if (opened) void open.current();
  }, [opened]);
  const shown = useOpensOnceThere(opened, part, () => close.current());
  useComing(opened && !shown);
  useHotkeys({ escape: opened && !shown && (() => close.current()) }, { of: "dialog" });
  return { part, shown };
}

/** The same for what stands at a button of the page, which stays the same: `target` is for the button, `at` for what opens (at-button.tsx). */
export function useOpenedAt<Part>(load: () => Promise<Part>, opened: boolean, onClose: () => void) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { part, shown } = useOpenedBy(load, opened, onClose);
  return {
    part,
    target: {
      ...near(load),
      ref: button,
      id,
      "aria-haspopup": "dialog",
      "aria-expanded": shown,
      "aria-controls": shown ? `${id}-dropdown` : undefined,
    } as const,
    at: { id, button, opened: shown },
  };
}

export type At = ReturnType<typeof useOpenedAt>["at"];
