"use client";

import { IconChevronDown } from "@tabler/icons-react";
import classes from "@/app/ui/fields/pick-value.module.css";
import { LaterPart, type Pressed } from "./later-part";

type Props<About> = {
  name: string;
  text: string;
  disabled?: boolean | undefined;
  about: About;
  /** The value as PickValue or EditValue draw it, with what it opens. */
  load: () => Promise<Pressed<About>>;
  popup?: "menu" | "dialog";
};

/** A value inside a sentence that opens its choices or a small form. */
export function LaterValue<About extends object>({ name, text, disabled, about, load, popup = "dialog" }: Props<About>) {
  const still = disabled ? <strong className={classes.still}>{text}</strong> : undefined;
  return (
    <LaterPart about={about} load={load} popup={popup} still={still}>
      <button type="button" className={classes.value} aria-label={`${name}: ${text}`}>
        {text}
        <IconChevronDown size={14} stroke={1.7} aria-hidden="true" />
      </button>
    </LaterPart>
  );
}
