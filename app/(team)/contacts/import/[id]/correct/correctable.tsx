"use client";

import { useRef, useState } from "react";
import { useDialog } from "@/app/ui/loading/use-later";
import type { ImportedColumn, Refused } from "@/lib/uploads/read-result";
import classes from "../../import.module.css";
import { RefusedRows } from "../refused-rows";

const load = async () => (await import("./correct-dialog")).CorrectDialog;

type Props = { uploadId: string; rows: Refused[]; columns: ImportedColumn[] };

/** The refused rows, of which those that may become somebody can be corrected one after another. */
export function Correctable({ uploadId, rows, columns }: Props) {
  const { Dialog, shown, close, button } = useDialog(load);
  const [row, setRow] = useState<Refused | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const buttons = () => [...(table.current?.querySelectorAll<HTMLElement>("button[data-line]") ?? [])];
  const placeOf = (line: number) => buttons().findIndex((one) => one.dataset.line === String(line));
  const { onClick, ...near } = button;
  const link = (one: Refused) =>
    one.cells && (
      <button
        type="button"
        className={classes.correct}
        data-line={one.line}
        aria-label={`Correct line ${one.line.toLocaleString("en")}`}
        {...near}
        onClick={() => {
          setRow(one);
          onClick();
        }}
      >
        Correct
      </button>
    );
  return (
    <div ref={table}>
      <RefusedRows rows={rows} act={rows.some(({ cells }) => cells !== null) ? link : undefined} />
      {Dialog && row?.cells && (
        <Dialog
          key={row.line}
          uploadId={uploadId}
          row={{ ...row, cells: row.cells }}
          columns={columns}
          opened={shown}
          onClose={(isDone) => {
            const place = placeOf(row.line);
            close();
            // The row goes from the table, or is gone: the next one is what its reader wants now.
            if (!isDone && place >= 0) return;
            const next = buttons()[isDone ? place + 1 : 0] ?? (isDone ? buttons()[place - 1] : undefined);
            (next ?? document.querySelector<HTMLElement>("h1"))?.focus();
          }}
        />
      )}
    </div>
  );
}
