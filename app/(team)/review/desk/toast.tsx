"use client";

import { IconX } from "@tabler/icons-react";
import { useEffect } from "react";
import { Rosette } from "@/app/ui/seal/rosette";
import classes from "./toast.module.css";
import type { Done } from "./use-desk";

const shownMs = 12_000;

/** What was done in this moment, with the way back. */
export function Toast({ done, onTakeBack, onGone }: { done: Done; onTakeBack: () => void; onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [onGone]);
  return (
    <div className={classes.toast} role="status">
      {done.hash ? (
        <Rosette hash={done.hash} className={classes.rosette ?? ""} weight={0.8} />
      ) : (
        <span className={classes.blank} aria-hidden />
      )}
      <div className={classes.words}>
        <strong>{done.title}</strong>
        <span>{done.detail}</span>
      </div>
      <button type="button" className={classes.back} onClick={onTakeBack}>
        Take back <kbd>⌘ Z</kbd>
      </button>
      <button type="button" className={classes.close} onClick={onGone} aria-label="Close">
        <IconX size={16} stroke={1.7} />
      </button>
    </div>
  );
}
