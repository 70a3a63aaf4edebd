"use client";

import { Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./pick-value.module.css";

/** A value inside a sentence that opens a small form. `children` gets a function that closes it. */
export function EditValue(props: { name: string; text: string; disabled?: boolean; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  if (props.disabled) return <strong className={classes.still}>{props.text}</strong>;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" radius={12} shadow="lg" trapFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={classes.value}
          aria-label={`${props.name}: ${props.text}`}
          onClick={() => setOpen(!open)}
        >
          {props.text}
          <IconChevronDown size={14} stroke={1.7} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>{props.children(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  );
}
