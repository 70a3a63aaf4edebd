"use client";

import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { SavedWord } from "@/app/ui/act/saved-word";
import { LaterPart } from "@/app/ui/loading/later-part";
import { nameFrom } from "./name-from";
import classes from "./write.module.css";

const loadMenu = async () => (await import("./write-menu")).WriteMenu;

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
      <LaterPart about={{ onDiscard, onChecks }} load={loadMenu}>
        <ActionIcon variant="subtle" color="gray" aria-label="More" className={classes.dots}>
          <IconDots size={18} stroke={1.7} />
        </ActionIcon>
      </LaterPart>
    </header>
  );
}
