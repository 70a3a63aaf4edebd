import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./rich-text.module.css";

/** A button above a text that changes what is chosen in it. */
export function Tool(props: { name: string; on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={props.name} openDelay={500}>
      <button
        type="button"
        className={classes.tool}
        data-tool={props.name}
        aria-label={props.name}
        aria-pressed={props.on}
        onClick={props.onClick}
      >
        {props.children}
      </button>
    </Tooltip>
  );
}
