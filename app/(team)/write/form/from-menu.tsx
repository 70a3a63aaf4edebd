"use client";

import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactElement } from "react";
import classes from "./form.module.css";

/** A mailbox one may write from; `use`: "27 of 80 today". `trouble`: why it sends nothing at the moment. */
export type Mailbox = { id: string; email: string; use: string; trouble: string | null };
export type FromOf = { mailboxes: Mailbox[]; chosen: string; onPick: (id: string) => void };

/** The mailboxes of from-field.tsx. */
export function FromMenu({ mailboxes, chosen, onPick, children }: FromOf & { children: ReactElement }) {
  return (
    <Menu position="bottom-start" width="target" withinPortal>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {mailboxes.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => one.id !== chosen && onPick(one.id)}
            leftSection={one.id === chosen ? <IconCheck size={16} stroke={1.7} /> : <span className={classes.gap} />}
            rightSection={<span className={one.trouble ? classes.troubled : classes.use}>{one.trouble ?? one.use}</span>}
          >
            {one.email}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
