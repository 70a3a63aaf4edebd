"use client";
import { IconDots } from "@tabler/icons-react";
import { LaterMenu } from "./menus/later-menu";
import classes from "./shell.module.css";

const load = async () => (await import("./menus/open-person-menu")).OpenPersonMenu;

/** Who is signed in, and what concerns only them. */
export function PersonMenu({ name, email }: { name: string; email: string }) {
  const face = (
    <>
      <span className={classes.face} aria-hidden>
        {name.slice(0, 1)}
      </span>
      <span className={classes.personName}>{name}</span>
      <IconDots size={16} stroke={1.7} aria-hidden />
    </>
  );
  return <LaterMenu className={classes.person} face={face} about={{ email }} load={load} />;
}
