"use client";

import { IconX } from "@tabler/icons-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import classes from "./table.module.css";

type Props = {
  count: number;
  total: number;
  busy: boolean;
  problem: string | null;
  onAll: () => void;
  onClear: () => void;
  /** What can be done with those chosen. */
  children: ReactNode;
};

/** The bar of those chosen: how many they are, all or nobody instead, and between them what can be done. */
export function ChoiceBar({ count, total, busy, problem, onAll, onClear, children }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  // A button that rests while its act is under way lets the focus go.
  useLayoutEffect(() => {
    if (busy && bar.current?.contains(document.activeElement)) bar.current.focus();
  }, [busy]);
  const chooseAll = () => {
    // The button goes away with this.
    bar.current?.focus();
    onAll();
  };
  return (
    <div className={classes.bulkPlace}>
      <div className={classes.bulk} role="toolbar" aria-label="With those chosen" aria-busy={busy} ref={bar} tabIndex={-1}>
        <strong role="status">{count.toLocaleString("en")} selected</strong>
        {count < total && (
          <button type="button" className={classes.all} onClick={chooseAll}>
            Select all {total.toLocaleString("en")}
          </button>
        )}
        <i aria-hidden />
        {children}
        <i aria-hidden />
        <button type="button" className={classes.nobody} aria-label="Select nobody" onClick={onClear}>
          <IconX size={18} stroke={1.7} aria-hidden />
        </button>
        {problem && <span role="alert">{problem}</span>}
      </div>
    </div>
  );
}
