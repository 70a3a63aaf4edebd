"use client";

import { IconChevronDown, IconX } from "@tabler/icons-react";
import { LaterItems } from "@/app/ui/loading/later-items";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import classes from "./list.module.css";

const moves: [number, string][] = [
  [60, "1 hour later"],
  [1440, "1 day later"],
  [-60, "1 hour earlier"],
  [-1440, "1 day earlier"],
];

type Props = {
  rows: ScheduledRow[];
  busy: boolean;
  onSend: () => void;
  onMove: (minutes: number, words: string) => void;
  onCancel: () => void;
  onClear: () => void;
};

/** What can be done with those that are selected. */
export function SelectionBar({ rows, busy, onSend, onMove, onCancel, onClear }: Props) {
  return (
    <div className={classes.barPlace}>
      <div className={classes.bar} role="toolbar" aria-label="With those selected">
        <strong role="status">{rows.length.toLocaleString("en")} selected</strong>
        <i />
        <button type="button" disabled={busy} aria-busy={busy} onClick={onSend}>
          Send now
        </button>
        <LaterItems
          position="top"
          items={moves.map(([minutes, words]) => ({ key: minutes, words, onPick: () => onMove(minutes, words) }))}
        >
          <button type="button" disabled={busy} aria-busy={busy}>
            Move by <IconChevronDown size={14} stroke={1.7} aria-hidden />
          </button>
        </LaterItems>
        <button type="button" disabled={busy} aria-busy={busy} onClick={onCancel}>
          Cancel
        </button>
        <i />
        <button type="button" onClick={onClear} aria-label="Select none">
          <IconX size={16} stroke={1.7} aria-hidden />
        </button>
      </div>
    </div>
  );
}
