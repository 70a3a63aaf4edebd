"use client";
import { Menu } from "@mantine/core";
import { IconCalendarEvent, IconDots, IconSettings, IconTemplate } from "@tabler/icons-react";
import Link from "next/link";
import { PersonItems } from "./person-items";
import classes from "./shell.module.css";

type Props = { here: boolean; settings: string; broken: number; email: string };

/** On a phone: what has no tab of its own. */
export function MoreTab({ here, settings, broken, email }: Props) {
  return (
    <Menu position="top-end" width={240} radius={12} shadow="lg">
      <Menu.Target>
        <button type="button" className={classes.moreTab} data-here={here || undefined}>
          <IconDots size={18} stroke={1.7} aria-hidden />
          More
          {broken > 0 && <span className={classes.broken}>{broken}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} href="/calendar" leftSection={<IconCalendarEvent size={16} stroke={1.7} aria-hidden />}>
          Scheduled
        </Menu.Item>
        <Menu.Item component={Link} href="/templates" leftSection={<IconTemplate size={16} stroke={1.7} aria-hidden />}>
          Templates
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={settings}
          leftSection={<IconSettings size={16} stroke={1.7} aria-hidden />}
          rightSection={broken > 0 && <span className={classes.inMenu}>{broken} signed out</span>}
        >
          Team & settings
        </Menu.Item>
        <Menu.Divider />
        <PersonItems email={email} />
      </Menu.Dropdown>
    </Menu>
  );
}
