"use client";

import { drawRosette } from "./draw-rosette";

type Props = { hash: string; className?: string | undefined; weight?: number; small?: boolean };

/**
 * A rosette in the colour of the text around it; decoration only, so that screen readers pass it by. The browser draws it from its hash: its lines, 110 to
 * 230 KB, would else come with every page, whose "not found" has one.
 */
export function Rosette({ hash, className, weight = 0.3, small = false }: Props) {
  return (
    <svg viewBox="0 0 200 200" className={className} fill="none" stroke="currentColor" strokeWidth={weight} aria-hidden="true">
      {drawRosette(hash, small ? "small" : "large").map((path) => (
        <path key={path.slice(0, 40)} d={path} />
      ))}
    </svg>
  );
}
