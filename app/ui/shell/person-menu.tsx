"use client";
import { Menu, useMantineColorScheme } from "@mantine/core";
import classes from "./shell.module.css";

/** Who is signed in, how the pages look, and the way out. */
export function PersonMenu({ name, email }: { name: string; email: string }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={classes.person}>
          <span className={classes.face} aria-hidden>
            {name.slice(0, 1)}
          </span>
          <span className={classes.personName}>{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email}</Menu.Label>
        {(["light", "dark", "auto"] as const).map((scheme) => (
          <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)} aria-current={colorScheme === scheme}>
            {{ light: "Light", dark: "Dark", auto: "As the system" }[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <form method="post" action="/sign-out">
          <Menu.Item type="submit">Sign out</Menu.Item>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
