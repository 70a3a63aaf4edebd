"use client";

import { Button, Progress } from "@mantine/core";
import { useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { formatDuration } from "@/lib/schedule/format-duration";
import { cancelUploadAction } from "../../actions";
import classes from "../../contacts.module.css";

/** How far the import is; it goes on without this page. */
export function Running(props: { uploadId: string; done: number; total: number; startedAt: string | null; mayEdit: boolean }) {
  const { done, total, startedAt } = props;
  const { act, busy, problem } = useAct();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (!startedAt || done === 0) return setLeft(null);
    const taken = (Date.now() - new Date(startedAt).getTime()) / 1000;
    setLeft((taken / done) * (total - done));
  }, [done, total, startedAt]);
  return (
    <div className={classes.narrow}>
      <h2 className={classes.verdict}>
        {done.toLocaleString("en")} of {total.toLocaleString("en")} rows
      </h2>
      <p className={classes.lead}>
        {left === null ? "It begins." : `About ${formatDuration(left)} left.`} You can leave this page; the import goes on.
      </p>
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        color="var(--ink)"
        size={12}
        radius={6}
        aria-label="Rows imported"
      />
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {props.mayEdit && (
        <Button
          variant="default"
          mt={16}
          loading={busy}
          onClick={() => act(() => cancelUploadAction({ uploadId: props.uploadId }))}
        >
          Cancel, and keep the {done.toLocaleString("en")} read
        </Button>
      )}
    </div>
  );
}
