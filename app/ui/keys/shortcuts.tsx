"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useOpened, useOpensOnceThere } from "@/app/ui/loading/use-later";
import { writeTo } from "@/app/ui/words/write-to";
import { places } from "./places";
import { useHotkeys } from "./use-hotkeys";

const opening = "countersign:keys";

const loadDialog = async () => (await import("./keys-dialog")).KeysDialog;

/** The page that writes to whom this page is about or who is chosen on it, and leads back here. */
function writeHere(): string {
  const to = document.querySelector<HTMLElement>("main [data-write]")?.dataset.write;
  return writeTo(to ? to.split(",") : [], location.pathname + location.search);
}

/** Opens the list of keys, for those who switched the letters off or have no keyboard at hand. */
export function openKeys(): void {
  window.dispatchEvent(new Event(opening));
}

/** Keys that work on every page, and the list of all keys after `?`. */
export function Shortcuts({ mayWrite }: { mayWrite: boolean }) {
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  const { part: Dialog, press } = useOpened(loadDialog);
  const open = () => {
    press();
    setOpened(true);
  };
  const shown = useOpensOnceThere(opened, Dialog);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const openNow = () => latest.current();
    window.addEventListener(opening, openNow);
    return () => window.removeEventListener(opening, openNow);
  }, []);
  useHotkeys(
    {
      ...Object.fromEntries(Object.entries(places).map(([key, [address]]) => [`g ${key}`, () => router.push(address)])),
      w: mayWrite && (() => router.push(writeHere())),
      "?": open,
      "/": () => {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
        search?.focus();
        return search !== null;
      },
    },
    // Before the pages' own letters: the letter after G is not theirs.
    { first: true },
  );
  return Dialog && <Dialog opened={shown} onClose={() => setOpened(false)} />;
}
