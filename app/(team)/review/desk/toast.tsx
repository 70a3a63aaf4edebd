"use client";

import { IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { Rosette } from "@/app/ui/seal/rosette";
import classes from "./toast.module.css";
import type { Done } from "./use-desk";

const shownMs = 8000;
const words = { signed: ["Signing", "Signed"], rejected: ["Rejecting", "Rejected"] } as const;

/** What was done in this moment, with the way back; it stays while it is pointed at. The seal comes once the server has signed. */
export function Toast({ done, onTakeBack, onGone }: { done: Done; onTakeBack: () => void; onGone: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || done.busy) return;
    const timer = setTimeout(onGone, shownMs);
    return () => clearTimeout(timer);
  }, [held, done.busy, onGone]);
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  return (
    <div className={classes.toast} role="status" {...hold} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span className={done.hash ? classes.place : classes.blank} aria-hidden>
        {done.hash && !done.busy && <Rosette hash={done.hash} className={classes.rosette} weight={2.6} small />}
      </span>
      <div className={classes.words}>
        <strong>
          {words[done.kind][done.busy ? 0 : 1]} {done.who}
        </strong>
        <span>{done.detail}</span>
      </div>
      <button type="button" className={classes.back} onClick={onTakeBack} disabled={done.busy}>
        Take back <CommandKey with="Z" />
      </button>
      <button type="button" className={classes.close} onClick={onGone} aria-label="Close">
        <IconX size={16} stroke={1.7} />
      </button>
    </div>
  );
}
