import type { TouchEvent } from "react";

/** How far a finger is drawn sideways, in pixels of the page: under a third of a phone. */
const far = 110;

/** A finger drawn sideways moves on or back; one that scrolls, and so is drawn more downwards than sideways, does not. */
export function swipe(step: (by: 1 | -1) => void) {
  let from = { x: 0, y: 0 };
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      from = { x: touches[0]?.clientX ?? 0, y: touches[0]?.clientY ?? 0 };
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const end = changedTouches[0];
      if (!end) return;
      const across = end.clientX - from.x;
      if (Math.abs(across) > far && Math.abs(across) > 2 * Math.abs(end.clientY - from.y)) step(across < 0 ? 1 : -1);
    },
  };
}
