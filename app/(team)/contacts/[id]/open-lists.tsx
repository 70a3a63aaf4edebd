"use client";

import { Menu } from "@mantine/core";
import { type ReactElement, useState } from "react";

type List = { id: string; name: string };
export type ListsToPick = { lists: List[]; problem: string | null; onPick: (list: List, close: () => void) => void };

/** The lists one is not in yet; the menu stays until the one that was picked is done. */
export function OpenLists({ lists, problem, onPick, children }: ListsToPick & { children: ReactElement }) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu position="bottom-end" radius={12} shadow="lg" closeOnItemClick={false} opened={opened} onChange={setOpened}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {problem && (
          <Menu.Label role="alert" c="var(--stop)">
            {problem}
          </Menu.Label>
        )}
        {lists.length === 0 && <Menu.Label>In every list already, or there is none</Menu.Label>}
        {lists.map((list) => (
          <Menu.Item key={list.id} onClick={() => onPick(list, () => setOpened(false))}>
            {list.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
