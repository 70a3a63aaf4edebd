"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import type { UploadResult } from "@/lib/uploads/read-result";
import { cancelUploadAction } from "../actions";
import classes from "../import.module.css";
import { ImportHead } from "../import-head";
import { Bar, Parts, partsOf } from "../outcome";
import { RefusedRows } from "./refused-rows";

type Props = { result: UploadResult; started: string; mayEdit: boolean; title: ReactNode };

/** How far the import is; it goes on without this page. */
export function Running({ result, started, mayEdit, title }: Props) {
  const { upload } = result;
  const done = upload.processedContacts ?? 0;
  const total = upload.totalContacts ?? 0;
  const { act, busy, problem } = useAct();
  const [pace, setPace] = useState<number | null>(null);
  const startedAt = upload.startedAt?.getTime();
  useEffect(() => {
    setPace(startedAt && done > 0 ? (done / (Date.now() - startedAt)) * 1000 : null);
  }, [done, startedAt]);
  const parts = [
    ...partsOf(upload, true),
    {
      name: "to read",
      count: total - done,
      about: pace ? `at ${Math.round(pace).toLocaleString("en")} a second` : "in the order of the file",
      tone: "left" as const,
    },
  ];
  return (
    <>
      <ImportHead title={title} stage="Result">
        {mayEdit && (
          <Button variant="default" h={36} loading={busy} onClick={() => act(() => cancelUploadAction({ uploadId: upload.id }))}>
            Cancel
          </Button>
        )}
      </ImportHead>
      <div className={classes.narrow}>
        <h1 className={classes.verdict}>
          {done.toLocaleString("en")} of {total.toLocaleString("en")} rows read
        </h1>
        <p className={classes.lead}>
          {pace ? `About ${formatDuration((total - done) / pace)} left.` : "It begins."} You can leave this page: it goes on, and
          the result stays here.
        </p>
        <div role="progressbar" aria-label="Rows read" aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
          <Bar parts={parts} />
        </div>
        <Parts parts={parts} />
        {upload.refusedCount > 0 && (
          <section aria-labelledby="refused">
            <div className={classes.refusedHead}>
              <h2 id="refused">{upload.refusedCount.toLocaleString("en")} refused so far</h2>
              <span className={classes.aside}>newest first</span>
            </div>
            <RefusedRows rows={result.refused.slice(0, 5)} />
          </section>
        )}
        <Problem ground className={classes.problem}>
          {problem}
        </Problem>
        <p className={classes.after}>
          {result.by && `Started by ${result.by}, ${started}. `}If you cancel, the rows already read are kept and listed; the rest
          stays out. Nothing is mailed by importing.
        </p>
      </div>
    </>
  );
}
