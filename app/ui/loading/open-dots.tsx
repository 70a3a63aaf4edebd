"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";

type Props = { label: string; size: number; disabled?: boolean; loading?: boolean; children: ReactNode };

/** The menu of three dots, which comes later (later-dots.tsx). @param props.children its items. */
export function OpenDots({ label, size, disabled = false, loading = false, children }: Props) {
  return (
    <Menu position="bottom-end" radius={12} shadow="lg">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={size} disabled={disabled} loading={loading} aria-label={label}>
          <IconDots size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
