"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";

type Props = { label: string; size: number; disabled?: boolean; loading?: boolean; children: ReactNode };

/** The menu of three dots (later-dots.tsx), opened by the press whose button it takes the place of. @param props.children its items. */
export function OpenDots({ label, size, disabled = false, loading = false, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu
      defaultOpened
      position="bottom-end"
      radius={12}
      shadow="lg"
      // The button that was pressed first is no more: the focus finds back to this one.
      onClose={() => button.current?.focus({ preventScroll: true })}
    >
      <Menu.Target>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size={size}
          disabled={disabled}
          loading={loading}
          aria-label={label}
        >
          <IconDots size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
