"use client";

import { Button, Modal, ScrollArea, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { mostLetters } from "@/lib/actions/text-limits";
import type { Corrected } from "@/lib/uploads/correct/correct-row";
import { longestCell } from "@/lib/uploads/correct/longest-cell";
import type { ImportedColumn, Refused } from "@/lib/uploads/read-result";
import classes from "../../import.module.css";
import { correctRowAction } from "./actions";

type Props = {
  uploadId: string;
  row: Refused & { cells: string[] };
  /** In the order of the cells. */
  columns: ImportedColumn[];
  opened: boolean;
  /** @param isDone whether the row came in. */
  onClose: (isDone: boolean) => void;
};

/** The cells of one refused row under the names of their columns, the address first. */
export function CorrectDialog({ uploadId, row, columns, opened, onClose }: Props) {
  const { act, problem } = useAct();
  // Shorter than the act, which also reads the page anew: whoever has the next sentence may press Enter on it.
  const [isSending, setSending] = useState(false);
  const [cells, setCells] = useState(row.cells);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [isDone, setDone] = useState(false);
  const line = row.line.toLocaleString("en");
  const save = () => {
    const changed = columns.flatMap(({ column }, at) => (cells[at] === row.cells[at] ? [] : [{ column, text: cells[at] ?? "" }]));
    setSending(true);
    act(
      async () => {
        const result = await correctRowAction({ uploadId, line: row.line, cells: changed }).finally(() => setSending(false));
        setWrong(result.ok ? {} : (result.error.fields ?? {}));
        if (result.ok) say(result.data);
        return result;
      },
      () => {
        setDone(true);
        onClose(true);
      },
    );
  };
  const sentenceAt = (column: number) => wrong[`cell.${column}`];
  const isSaidAbove = !columns.some(({ column }) => sentenceAt(column));
  return (
    <Modal
      opened={opened}
      onClose={() => onClose(isDone)}
      returnFocus={!isDone}
      title={`Correct line ${line}`}
      radius={14}
      centered
      scrollAreaComponent={ScrollArea.Autosize}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap={12}>
          <p className={classes.refusedFor}>Refused: {row.reason}.</p>
          {columns.map(({ column, name, isAddress }, at) => (
            <TextInput
              key={column}
              label={name}
              inputMode={isAddress ? "email" : undefined}
              value={cells[at] ?? ""}
              maxLength={mostLetters.note}
              error={sentenceAt(column)}
              description={
                row.cells[at]?.length === longestCell
                  ? `Its first ${longestCell} letters. What you write here replaces all of it.`
                  : undefined
              }
              data-autofocus={isAddress || undefined}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setCells(cells.with(at, event.currentTarget.value))}
            />
          ))}
          {isSaidAbove && <Problem>{problem}</Problem>}
          <Button type="submit" color="var(--ink)" c="var(--on-primary)" loading={isSending}>
            Bring line {line} in
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function say({ name, line, became, isSuppressed }: Corrected) {
  const place = line.toLocaleString("en");
  const words = {
    created: `${name} is in, as line ${place}`,
    updated: `${name} was known, and has what line ${place} adds`,
    unchanged: `${name} was known, and stays as is`,
  }[became];
  toast(words, { detail: isSuppressed ? "Suppressed, and stays so: nobody mails them." : undefined });
}
