"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { SavedWord } from "@/app/ui/act/saved-word";
import { toast } from "@/app/ui/toast/toast";
import { nameFrom } from "./name-from";
import classes from "./write.module.css";

type Props = {
  from: string;
  badge: string | null;
  pending: boolean;
  saved: Date | null;
  /** Null where nothing is written that could be discarded. */
  onDiscard: (() => void) | null;
  onChecks: () => void;
};

/** Where one came from, and whether what was typed is kept. */
export function WriteHead({ from, badge, pending, saved, onDiscard, onChecks }: Props) {
  return (
    <header className={classes.head}>
      <Link href={from} className={classes.crumb}>
        <IconChevronLeft size={20} stroke={1.7} aria-hidden className={classes.narrow} />
        {nameFrom(from)}
      </Link>
      <IconChevronRight size={16} stroke={1.7} aria-hidden className={classes.wide} />
      <h1>Write</h1>
      {badge && <span className={classes.badge}>{badge}</span>}
      <SavedWord pending={pending} saved={saved} className={classes.saved} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label="More" className={classes.dots}>
            <IconDots size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
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
    </header>
  );
}
