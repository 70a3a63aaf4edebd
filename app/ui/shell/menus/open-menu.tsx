"use client";

import { Menu } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import type { MenuButton } from "./later-menu";

type Props = MenuButton & { position: "top-start" | "top-end"; width: number; children: ReactNode };

/** A menu of the frame, opened by the press whose button it takes the place of. */
export function OpenMenu({ className, face, isHere, position, width, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu
      defaultOpened
      position={position}
      width={width}
      radius={12}
      shadow="lg"
      // The button that was pressed first is no more: the focus finds back to this one.
      onClose={() => button.current?.focus({ preventScroll: true })}
    >
      <Menu.Target>
        <button type="button" ref={button} className={className} data-here={isHere || undefined}>
          {face}
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
