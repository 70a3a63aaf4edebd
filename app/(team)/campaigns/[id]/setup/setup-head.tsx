"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { SavedWord } from "@/app/ui/act/saved-word";
import { Badge } from "@/app/ui/badge/badge";
import { LaterPart } from "@/app/ui/loading/later-part";
import { near } from "@/app/ui/loading/near";
import { loadLaunch } from "./later-launch";
import classes from "./setup.module.css";

const loadMenu = async () => (await import("./setup-menu")).SetupMenu;

type Props = {
  /** As it is being written. */
  name: string;
  mayEdit: boolean;
  saved: Date | null;
  pending: boolean;
  onName: (name: string) => void;
  onHold: (isHeld: boolean) => void;
  onDelete: () => void;
  onLaunch: () => void;
};

/** Name of the campaign, whether it is saved, and the way to launching. */
export function SetupHead(props: Props) {
  return (
    <header className={classes.head}>
      <nav aria-label="Where you are" className={classes.crumbs}>
        <Link href="/campaigns">
          <IconChevronLeft size={18} stroke={1.7} aria-hidden />
          Campaigns
        </Link>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
      </nav>
      <h1 className={classes.srOnly}>{props.name}</h1>
      <input
        aria-label="Name of the campaign"
        className={classes.name}
        value={props.name}
        maxLength={120}
        size={Math.max(8, props.name.length - 1)}
        disabled={!props.mayEdit}
        onChange={(event) => props.onName(event.currentTarget.value)}
        onFocus={() => props.onHold(true)}
        onBlur={() => props.onHold(false)}
      />
      <Badge tone="grey">Draft</Badge>
      <SavedWord pending={props.pending} saved={props.saved} className={classes.saved} />
      {props.mayEdit && (
        <>
          <LaterPart about={{ onDelete: props.onDelete }} load={loadMenu}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              className={classes.more ?? ""}
              aria-label="More for this campaign"
            >
              <IconDots size={18} stroke={1.7} />
            </ActionIcon>
          </LaterPart>
          <div className={classes.launch}>
            <Button color="var(--ink)" c="var(--on-primary)" h={34} {...near(loadLaunch)} onClick={props.onLaunch}>
              Check and launch
            </Button>
          </div>
        </>
      )}
    </header>
  );
}
