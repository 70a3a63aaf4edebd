"use client";

import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { sayCount } from "@/app/ui/words/count-words";
import { initialsOf } from "../../initials";
import classes from "./columns.module.css";
import { State } from "./preview-table";
import type { ShownRow } from "./show-rows";

/** On a phone: the sum, and one row after the other as the contact it becomes. */
export function PreviewCard(props: { rows: ShownRow[]; sum: ReactNode; total: number; refused: number }) {
  const { rows, sum, total, refused } = props;
  const [place, setPlace] = useState(0);
  const row = rows[place];
  return (
    <div className={classes.phone}>
      <div className={classes.phoneSum}>
        <p>
          {refused > 0 && `${(total - refused).toLocaleString("en")} of `}
          {sayCount(total, "row becomes a contact", "rows become contacts")}
        </p>
        <span>{sum}</span>
      </div>
      {row && (
        <div className={classes.cardWell}>
          <div className={classes.cardHead}>
            <strong>Line {row.line}, as it becomes a contact</strong>
            <button type="button" aria-label="The row before" disabled={place === 0} onClick={() => setPlace(place - 1)}>
              <IconChevronLeft size={18} stroke={1.7} aria-hidden />
            </button>
            <span aria-live="polite">
              {place + 1} of {rows.length}
            </span>
            <button
              type="button"
              aria-label="The next row"
              disabled={place === rows.length - 1}
              onClick={() => setPlace(place + 1)}
            >
              <IconChevronRight size={18} stroke={1.7} aria-hidden />
            </button>
          </div>
          <div className={classes.card}>
            <span className={classes.face} aria-hidden>
              {initialsOf(row.name || row.email)}
            </span>
            <div>
              <strong>{row.name || row.email || "empty"}</strong>
              {row.name && <span>{row.email}</span>}
            </div>
            <State row={row} />
            <p>{[row.company, ...row.fields].filter(Boolean).slice(0, 5).join(", ")}</p>
          </div>
        </div>
      )}
    </div>
  );
}
