"use client";

import { Menu } from "@mantine/core";
import Link from "next/link";
import type { ReactElement } from "react";
import { toast } from "@/app/ui/toast/toast";
import classes from "./write.module.css";

type Props = { onDiscard: (() => void) | null; onChecks: () => void; children: ReactElement };

/** What is done with a letter seldom. */
export function WriteMenu({ onDiscard, onChecks, children }: Props) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item className={classes.checksItem} onClick={onChecks}>
          Checks, and what it is for each
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            void navigator.clipboard.writeText(location.href);
            toast("The link to this letter is copied");
          }}
        >
          Copy the link to this letter
        </Menu.Item>
        <Menu.Item component={Link} href="/templates">
          Open the templates
        </Menu.Item>
        {onDiscard && (
          <Menu.Item color="var(--stop)" onClick={onDiscard}>
            Discard
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
