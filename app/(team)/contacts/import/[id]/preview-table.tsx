import classes from "./columns.module.css";
import type { ShownRow } from "./show-rows";

/** The first rows as a table: people, not columns. */
export function PreviewTable({ rows }: { rows: ShownRow[] }) {
  const field = rows.find((row) => row.field)?.field?.name;
  return (
    <table className={classes.table} aria-label="The first rows">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">Email</th>
          <th scope="col">Company</th>
          {field && <th scope="col">{field.replaceAll("_", " ")}</th>}
          <th scope="col">
            <span className={classes.hidden}>New or known</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td>{row.line}</td>
            <td title={row.name}>{row.name}</td>
            <td title={row.email} className={row.state === "refused" ? classes.red : undefined}>
              {row.email || "empty"}
            </td>
            <td title={row.company}>{row.company}</td>
            {field && <td title={row.field?.value}>{row.field?.value}</td>}
            <td>
              <State row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** New, known, or refused and why. */
export function State({ row }: { row: ShownRow }) {
  if (row.state === "new") return <span className={classes.new}>new</span>;
  return (
    <span className={classes.badge} data-state={row.state} title={row.reason ?? undefined}>
      {row.reason ?? "known"}
    </span>
  );
}
