"use client";

import type { ComponentType, ReactNode } from "react";
import { useOpened } from "@/app/ui/loading/use-later";

/** The button of a menu. `isHere`: the page that is open is one of those it leads to. */
export type MenuButton = { className: string | undefined; face: ReactNode; isHere?: boolean };

type Props<Items> = MenuButton & {
  /** What the menu needs to know besides. */
  about: Items;
  /** The same button as a menu that stands open. */
  load: () => Promise<ComponentType<MenuButton & Items>>;
};

/** A menu of the frame: until somebody comes near it is its button alone, and the menu is loaded by nobody else. */
export function LaterMenu<Items extends object>({ load, about, ...button }: Props<Items>) {
  const { part: Open, near, press } = useOpened(load);
  if (Open) return <Open {...button} {...about} />;
  return (
    <button
      type="button"
      className={button.className}
      data-here={button.isHere || undefined}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={near}
      onFocus={near}
      onClick={press}
    >
      {button.face}
    </button>
  );
}
