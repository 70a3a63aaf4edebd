"use client";

import { useSyncExternalStore } from "react";
import { readShown, watchShown } from "./shown";
import classes from "./toast.module.css";
import { ToastCard } from "./toast-card";

/** Where toasts stand: one at a time, at the bottom. Each knows itself how long it stays, and how it is spoken. */
export function Toasts() {
  const shown = useSyncExternalStore(watchShown, readShown, () => null);
  return (
    <div className={classes.root}>
      {shown && <ToastCard key={shown.id} words={shown.words} said={shown.said} onGone={shown.onGone} />}
    </div>
  );
}
