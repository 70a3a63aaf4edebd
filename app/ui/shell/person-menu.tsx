"use client";
import { Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { PersonItems } from "./person-items";
import classes from "./shell.module.css";

/** Who is signed in, and what concerns only them. */
export function PersonMenu({ name, email }: { name: string; email: string }) {
  return (
    <Menu position="top-start" width={220} radius={12} shadow="lg">
      <Menu.Target>
        <button type="button" className={classes.person}>
          <span className={classes.face} aria-hidden>
            {name.slice(0, 1)}
          </span>
          <span className={classes.personName}>{name}</span>
          <IconDots size={16} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <PersonItems email={email} />
      </Menu.Dropdown>
    </Menu>
  );
}
