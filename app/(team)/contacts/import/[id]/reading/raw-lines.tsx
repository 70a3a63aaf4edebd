import { Fragment } from "react";
import type { RawLine } from "@/lib/uploads/read-reading";
import classes from "./reading.module.css";

const drawn: Record<string, string> = { "\t": "⇥" };

/** Lines of the file as they lie, with what divides them drawn. */
export function RawLines({ lines }: { lines: (RawLine | null)[] }) {
  const shown = lines.flatMap((one) => (one ? [one.line] : []));
  const gap = lines.indexOf(null);
  const before = gap < 0 ? shown.at(-1) : shown[gap - 1];
  return (
    <section className={classes.part} aria-labelledby="lies">
      <div className={classes.partHead}>
        <h2 id="lies">As it lies in the file</h2>
        <span>
          lines {shown[0]} to {before}
          {gap >= 0 && `, then around line ${shown[gap]}`}
        </span>
      </div>
      <div className={classes.raw}>
        <ol>
          {lines.map((one, place) =>
            one === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: where lines are left out has no other identity than its place
              <li key={`gap ${place}`} className={classes.gap} aria-hidden>
                …
              </li>
            ) : (
              <li key={one.line} data-doubt={one.inDoubt || undefined} value={one.line}>
                <b>{one.line}</b>
                <span className={one.held ? classes.held : undefined}>
                  {one.parts.map((part, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other identity than its place in the line
                    <Fragment key={at}>{at % 2 === 1 ? <i aria-hidden>{drawn[part] ?? part}</i> : part}</Fragment>
                  ))}
                </span>
              </li>
            ),
          )}
        </ol>
      </div>
    </section>
  );
}
