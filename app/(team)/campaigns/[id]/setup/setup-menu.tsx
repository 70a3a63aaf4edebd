"use client";

import { Menu } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactElement } from "react";

/** What is done with a draft as a whole and seldom. */
export function SetupMenu({ onDelete, children }: { onDelete: () => void; children: ReactElement }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} />} color="var(--stop)" onClick={onDelete}>
          Delete this draft
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
