"use client";

import { Menu } from "@mantine/core";
import { IconCalendarEvent, IconSettings, IconTemplate, IconUsers } from "@tabler/icons-react";
import Link from "next/link";
import classes from "../shell.module.css";
import type { MenuButton } from "./later-menu";
import { OpenMenu } from "./open-menu";
import { PersonItems } from "./person-items";

type Props = MenuButton & { settings: string; broken: number; email: string };

export function OpenMoreMenu({ settings, broken, email, ...button }: Props) {
  return (
    <OpenMenu {...button} position="top-end" width={240}>
      <Menu.Item component={Link} href="/calendar" leftSection={<IconCalendarEvent size={16} stroke={1.7} aria-hidden />}>
        Scheduled
      </Menu.Item>
      <Menu.Item component={Link} href="/contacts" leftSection={<IconUsers size={16} stroke={1.7} aria-hidden />}>
        Contacts
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
    </OpenMenu>
  );
}
