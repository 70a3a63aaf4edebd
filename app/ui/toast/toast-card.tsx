"use client";

import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { Rosette } from "@/app/ui/seal/rosette";
import { LeavesIn } from "./leaves-in";
import classes from "./toast.module.css";

export type Said = {
  detail?: string;
  /** When it leaves, as the browser's clock counts: it is counted down. */
  leavesAt?: number;
  /** The hash of a signature: its seal is drawn. */
  seal?: string | null;
  /** Still under way: it stays. Taken back already, its answer is waited for. */
  busy?: boolean;
  back?: (() => void) | undefined;
  /** The letter that takes it back together with the command key. */
  backKey?: string;
  /** What that key takes back where it is not what is said here: with several acts in a row, always what was done last. */
  byKey?: () => void;
  /** Seconds for which it can be taken back, where that is longer than a look: it stays for as long. */
  backSeconds?: number;
  /** Where what was done is to be seen. */
  open?: { href: string; words: string } | undefined;
  /** What went wrong: spoken at once, and there until it is closed. */
  trouble?: boolean;
  /** It was closed, or its time was over. */
  onGone?: () => void;
};

const shownMs = 8000;

/** What was done in this moment, with the way back; it stays while it is pointed at. The seal comes once the server has signed. */
export function ToastCard({ words, said, onGone }: { words: string; said: Said; onGone: () => void }) {
  const { detail, leavesAt, seal, busy, back, backKey, byKey, backSeconds, trouble } = said;
  const [held, setHeld] = useState(false);
  const stays = held || busy || trouble;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onGone, Math.max(shownMs, (backSeconds ?? 0) * 1000));
    return () => clearTimeout(timer);
  }, [stays, onGone, backSeconds]);
  const taken = useRef<typeof back>(undefined);
  const takeBack =
    back &&
    (() => {
      // Pressed again before it is gone, the key means what was done before this: the page's own hears it.
      if (taken.current === back) return false;
      taken.current = back;
      onGone();
      back();
      return true;
    });
  // Before the page's own key: what is said here was done last.
  const press = byKey
    ? () => {
        onGone();
        byKey();
      }
    : takeBack;
  useHotkeys(backKey ? { [`mod+${backKey.toLowerCase()}`]: press } : {}, { first: true });
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
        {leavesAt && !busy && <LeavesIn at={leavesAt} />}
      </div>
      {back && (
        <button type="button" className={classes.back} onClick={takeBack}>
          Take back {backKey && <CommandKey with={backKey} />}
        </button>
      )}
      {said.open && (
        <Link href={said.open.href} className={classes.back} onClick={onGone}>
          {said.open.words}
        </Link>
      )}
      <button type="button" className={classes.close} onClick={onGone} aria-label="Close">
        <IconX size={16} stroke={1.7} />
      </button>
    </div>
  );
}
