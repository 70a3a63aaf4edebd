import clsx from "clsx";
import { sayCount } from "@/app/ui/words/count-words";
import type { ReadingView } from "@/lib/uploads/read-reading";
import columns from "../columns.module.css";
import classes from "./reading.module.css";

const mostColumns = 6;

/** The rows as they fall under this reading. */
export function FallenRows({ rows, names, count }: Pick<ReadingView, "rows" | "names" | "count">) {
  const shown = names.slice(0, mostColumns);
  return (
    <section className={classes.part} aria-labelledby="fall">
      <div className={classes.partHead}>
        <h2 id="fall">The rows as they fall</h2>
        <span aria-live="polite">{count === null ? "counting" : <b>{sayCount(count, "row", "rows")}</b>}</span>
      </div>
      <div className={classes.fallen}>
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {shown.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
                <th key={column} scope="col" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line} data-doubt={row.inDoubt || undefined}>
                <td>{row.lastLine > row.line ? `${row.line}–${row.lastLine}` : row.line}</td>
                {shown.map((name, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
                  <td key={column} className={clsx(column === 0 && classes.first)} data-name={name} title={row.cells[column]}>
                    {row.cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {names.length > mostColumns && (
        <p className={columns.new}>and {sayCount(names.length - mostColumns, "more column", "more columns")}</p>
      )}
    </section>
  );
}
