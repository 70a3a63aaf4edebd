"use client";

import { Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import classes from "./form.module.css";

/** A mailbox one may write from; `use`: "27 of 80 today". `trouble`: why it sends nothing at the moment. */
export type Mailbox = { id: string; email: string; use: string; trouble: string | null };

type Props = { mailboxes: Mailbox[]; chosen: string; onPick: (id: string) => void };

/** The mailbox it is sent from. */
export function FromField({ mailboxes, chosen, onPick }: Props) {
  const now = mailboxes.find((one) => one.id === chosen);
  return (
    <div className={classes.from}>
      <div className={classes.labels} id="write-from">
        From
      </div>
      <Menu position="bottom-start" width="target" withinPortal>
        <Menu.Target>
          <button type="button" className={classes.box} aria-label={`From: ${now?.email ?? "choose a mailbox"}`}>
            <span className={classes.face} aria-hidden>
              {(now?.email ?? "?").charAt(0).toUpperCase()}
            </span>
            <span className={classes.email}>{now?.email ?? "Choose a mailbox"}</span>
            <span className={now?.trouble ? classes.troubled : classes.use}>{now?.trouble ?? now?.use}</span>
            <IconChevronDown size={16} stroke={1.7} aria-hidden />
          </button>
        </Menu.Target>
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
    </div>
  );
}
