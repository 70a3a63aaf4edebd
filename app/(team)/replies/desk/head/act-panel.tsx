"use client";

import { Drawer, Popover } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { AtButton } from "@/app/ui/loading/at-button";
import type { At } from "@/app/ui/loading/use-opened-by";
import { phone } from "../phone";

type Props = {
  label: string;
  at: At;
  onClose: () => void;
  children: React.ReactNode;
};

/** What an act asks before it is done: under its button, or from below on a phone. */
export function ActPanel({ label, at: { id, button, opened }, onClose, children }: Props) {
  const isPhone = useMediaQuery(phone, false);
  return (
    <>
      <Popover
        id={id}
        opened={opened && !isPhone}
        onChange={(open) => !open && onClose()}
        position="bottom-end"
        width={292}
        radius={12}
        shadow="lg"
        trapFocus
        returnFocus
        withinPortal
        // While it fades it would still have the focus, and keys that follow would be lost in it.
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <AtButton button={button} />
        </Popover.Target>
        <Popover.Dropdown aria-label={label} p={8}>
          {children}
        </Popover.Dropdown>
      </Popover>
      <Drawer
        opened={opened && isPhone === true}
        onClose={onClose}
        position="bottom"
        styles={{ content: { height: "auto", maxHeight: "85dvh", flex: "0 0 100%" } }}
        title={label}
        radius="14px 14px 0 0"
      >
        {children}
      </Drawer>
    </>
  );
}
