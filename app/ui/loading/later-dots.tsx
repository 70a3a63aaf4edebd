"use client";

import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useOpened } from "./use-later";

type Props<About> = {
  label: string;
  size: number;
  disabled: boolean;
  /** What the menu needs to know. */
  about: About;
  /** The same button as a menu that stands open. */
  load: () => Promise<ComponentType<About>>;
};

/** The three dots of a menu that is seldom opened: until somebody comes near they are alone, and the menu is loaded by nobody else. */
export function LaterDots<About extends object>({ label, size, disabled, about, load }: Props<About>) {
  const { part: Open, near, press } = useOpened(load);
  if (Open) return <Open {...about} />;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={size}
      disabled={disabled}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={near}
      onFocus={near}
      onClick={press}
    >
      <IconDots size={18} stroke={1.7} />
    </ActionIcon>
  );
}
