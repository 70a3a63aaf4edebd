"use client";
import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import { openKeys } from "@/app/ui/keys/shortcuts";
import { useZone } from "@/app/ui/words/zone";
import { nameCity } from "@/lib/schedule/words/name-city";
import classes from "../shell.module.css";

const schemes = { light: "Light", dark: "Dark", auto: "As the system" } as const;

/** How the pages look, the keys, and the way out: the same in the sidebar and on a phone. */
export function PersonItems({ email }: { email: string }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{email}</Menu.Label>
      {(["light", "dark", "auto"] as const).map((scheme) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={colorScheme === scheme}
          leftSection={colorScheme === scheme ? <IconCheck size={16} stroke={1.7} /> : <span className={classes.noTick} />}
          onClick={() => setColorScheme(scheme)}
        >
          {schemes[scheme]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item component={Link} href="/settings/members#clock" leftSection={<span className={classes.noTick} />}>
        Times in {nameCity(useZone())}
      </Menu.Item>
      <Menu.Item leftSection={<span className={classes.noTick} />} onClick={openKeys}>
        Keys
      </Menu.Item>
      <form method="post" action="/sign-out">
        <Menu.Item type="submit" leftSection={<span className={classes.noTick} />}>
          Sign out
        </Menu.Item>
      </form>
    </>
  );
}
