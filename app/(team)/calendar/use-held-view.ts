"use client";

import { useEffect, useRef, useState } from "react";

/** So long a pointer that rests on the list keeps it still. */
const stillMs = 10_000;
/** So long after an act of one's own the list shows what came of it, wherever the pointer is. */
const freeMs = 3000;

type Holding = { onPointerMove: () => void; onPointerLeave: () => void };

/**
 * What the server says, but nothing moves under the pointer: while it lies on the list, or something is open over a row, the list stays as it was.
 * What one does oneself shows at once.
 */
export function useHeldView<T>(latest: T, isOpen: boolean, acting: boolean): { shown: T; holding: Holding } {
  const [shown, setShown] = useState(latest);
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const freeUntil = useRef(0);
  useEffect(() => {
    if (!held && !isOpen) setShown(latest);
  }, [latest, held, isOpen]);
  useEffect(() => {
    freeUntil.current = acting ? Number.POSITIVE_INFINITY : Date.now() + freeMs;
    if (acting) setHeld(false);
  }, [acting]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const release = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  const hold = () => {
    if (Date.now() < freeUntil.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(release, stillMs);
    setHeld(true);
  };
  return { shown, holding: { onPointerMove: hold, onPointerLeave: release } };
}
