"use client";

import { Menu } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";

export type Items = {
  position?: "bottom-start" | "bottom-end" | "top";
  items: { key: string | number; words: ReactNode; left?: ReactNode; c?: string; onPick: () => void }[];
};

/** The menu of later-items.tsx. */
export function OpenItems({ position = "bottom-end", items, children }: Items & { children: ReactElement }) {
  return (
    <Menu position={position}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {items.map(({ key, words, left, c, onPick }) => (
          <Menu.Item key={key} leftSection={left} c={c} onClick={onPick}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
