"use client";
import { IconDots } from "@tabler/icons-react";
import { LaterMenu } from "./menus/later-menu";
import classes from "./shell.module.css";

type Props = { here: boolean; settings: string; broken: number; email: string };

const load = async () => (await import("./menus/open-more-menu")).OpenMoreMenu;

/** On a phone: what has no tab of its own. */
export function MoreTab({ here, ...about }: Props) {
  const face = (
    <>
      <IconDots size={18} stroke={1.7} aria-hidden />
      More
      {about.broken > 0 && <span className={classes.broken}>{about.broken}</span>}
    </>
  );
  return <LaterMenu className={classes.moreTab} face={face} isHere={here} about={about} load={load} />;
}
