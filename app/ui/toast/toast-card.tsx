"use client";

import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { Rosette } from "@/app/ui/seal/rosette";
import classes from "./toast.module.css";

export type Said = {
  detail?: string;
  /** The hash of a signature: its seal is drawn. */
  seal?: string | null;
  /** Still under way: it stays, and there is nothing to take back yet. */
  busy?: boolean;
  back?: (() => void) | undefined;
  /** The letter that takes it back together with the command key. */
  backKey?: string;
  /** Seconds for which it can be taken back, where that is longer than a look: it stays for as long. */
  backSeconds?: number;
  /** What went wrong: spoken at once, and there until it is closed. */
  trouble?: boolean;
  /** It was closed, or its time was over. */
  onGone?: () => void;
};

const shownMs = 8000;

/** What was done in this moment, with the way back; it stays while it is pointed at. The seal comes once the server has signed. */
export function ToastCard({ words, said, onGone }: { words: string; said: Said; onGone: () => void }) {
  const { detail, seal, busy, back, backKey, backSeconds, trouble } = said;
  const [held, setHeld] = useState(false);
  const stays = held || busy || trouble;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onGone, Math.max(shownMs, (backSeconds ?? 0) * 1000));
    return () => clearTimeout(timer);
  }, [stays, onGone, backSeconds]);
  const takeBack =
    back && !busy
      ? () => {
          onGone();
          back();
        }
      : undefined;
  // A page that has a key for it itself is asked first, and then this one rests.
  useHotkeys(backKey ? { [`mod+${backKey.toLowerCase()}`]: takeBack } : {});
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const holding = { onMouseEnter: hold, onMouseLeave: release, onFocus: hold, onBlur: release };
  return (
    <div className={classes.toast} role={trouble ? "alert" : "status"} {...holding}>
      <span className={seal ? classes.place : classes.blank} aria-hidden>
        {seal && !busy && <Rosette hash={seal} className={classes.rosette} weight={2.6} small />}
      </span>
      {trouble && <IconAlertTriangle size={20} stroke={1.7} className={classes.trouble} aria-hidden />}
      <div className={classes.words}>
        <strong>{words}</strong>
        {detail && <span>{detail}</span>}
      </div>
      {back && (
        <button type="button" className={classes.back} disabled={busy} onClick={takeBack}>
          Take back {backKey && <CommandKey with={backKey} />}
        </button>
      )}
      <button type="button" className={classes.close} onClick={onGone} aria-label="Close">
        <IconX size={16} stroke={1.7} />
      </button>
    </div>
  );
}
