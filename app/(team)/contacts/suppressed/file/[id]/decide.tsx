"use client";

import { Button, Checkbox } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import frame from "../../../frame.module.css";
import imports from "../../../import/import.module.css";
import { dropSuppressionFileAction, takeSuppressionFileAction } from "../actions";
import { FileHead } from "../file-head";
import classes from "./file.module.css";

type Props = {
  fileId: string;
  fileName: string;
  lines: number;
  /** So many would be new, or say more than before. */
  entries: number;
  /** It stops so much that this is to be said first; null where nothing is. */
  asks: string | null;
  mayEdit: boolean;
  verdict: ReactNode;
  children: ReactNode;
};

/** The page of a file that waits for a decision: suppress, with the number, or leave it. */
export function Decide({ fileId, fileName, lines, entries, asks, mayEdit, verdict, children }: Props) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [isSure, setSure] = useState(false);
  const leave = () =>
    act(
      () => dropSuppressionFileAction({ fileId }),
      () => {
        router.push("/contacts/suppressed/file");
        toast(`${fileName} is left: nothing of its ${sayCount(lines, "line", "lines")} is in the list.`, {
          detail: "Choose the file again to look at it once more.",
        });
      },
    );
  return (
    <>
      <FileHead title={<span className={frame.title}>{fileName}</span>} stage={1}>
        {mayEdit && (
          <>
            <Button variant="default" h={36} disabled={busy} onClick={leave}>
              Leave it
            </Button>
            {entries > 0 && (
              <Button
                color="var(--ink)"
                c="var(--on-primary)"
                h={36}
                loading={busy}
                disabled={asks !== null && !isSure}
                onClick={() => act(() => takeSuppressionFileAction({ fileId }))}
              >
                Suppress {sayCount(entries, "entry", "entries")}
              </Button>
            )}
          </>
        )}
      </FileHead>
      <div className={imports.narrow}>
        <Problem ground className={imports.problem}>
          {problem}
        </Problem>
        {verdict}
        {mayEdit && asks !== null && entries > 0 && (
          <Checkbox
            className={classes.sure}
            color="var(--ink)"
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
            label={asks}
          />
        )}
        {children}
        {entries > 0 && (
          <p className={imports.after}>
            Once suppressed, the list only grows: it cannot be taken back as a whole, and an administrator lifts single entries,
            with a reason.
          </p>
        )}
      </div>
    </>
  );
}
