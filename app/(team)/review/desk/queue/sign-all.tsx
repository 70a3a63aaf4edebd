"use client";

import { Button } from "@mantine/core";
import classes from "../desk.module.css";
import type { useSignAll } from "./use-sign-all";

type Props = { all: ReturnType<typeof useSignAll>; passing: number; offline: boolean };

/** Signs all that pass with one click; while it does, how far it is. */
export function SignAll({ all: { progress, sign, stop }, passing, offline }: Props) {
  return (
    <div className={classes.all}>
      {progress ? (
        <div role="status" className={classes.progress}>
          <span>
            {progress.done.toLocaleString("en")} of {progress.of.toLocaleString("en")} signed
            {progress.secondsLeft !== null && `, about ${progress.secondsLeft} s left`}
          </span>
          <button type="button" onClick={stop}>
            Stop
          </button>
          <progress value={progress.done} max={Math.max(1, progress.of)} aria-label="Drafts signed" />
        </div>
      ) : (
        <Button variant="default" fullWidth disabled={offline} onClick={() => void sign()}>
          Sign the {passing.toLocaleString("en")} that pass <kbd>⇧ S</kbd>
        </Button>
      )}
    </div>
  );
}
