import type { ComponentProps } from "react";
import classes from "./model.module.css";

/** What asks the model for a draft. */
export function DraftButton({ hasText, ...button }: ComponentProps<"button"> & { hasText: boolean }) {
  return (
    <button {...button} type="button" className={classes.open}>
      {hasText ? "Rewrite" : "Draft it"}
    </button>
  );
}
