"use client";

import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { LaterPart, type Pressed } from "./later-part";

type Props<About> = {
  label: string;
  size: number;
  disabled: boolean;
  /** What the menu needs to know. */
  about: About;
  /** The same button with its menu. */
  load: () => Promise<Pressed<About>>;
};

/** The three dots of a menu that is seldom opened. */
export function LaterDots<About extends object>({ label, size, disabled, about, load }: Props<About>) {
  return (
    <LaterPart about={about} load={load}>
      <ActionIcon variant="subtle" color="gray" size={size} disabled={disabled} aria-label={label}>
        <IconDots size={18} stroke={1.7} />
      </ActionIcon>
    </LaterPart>
  );
}
