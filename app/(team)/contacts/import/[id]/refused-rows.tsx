import type { ReactNode } from "react";
import type { Refused } from "@/lib/uploads/read-result";
import classes from "../import.module.css";

type Props = { rows: Refused[]; act?: ((row: Refused) => ReactNode) | undefined };

/** Rows that did not become contacts, each with its line of the file and why, and what can be done about it. */
export function RefusedRows({ rows, act }: Props) {
  return (
    <table className={classes.refused} aria-label="Refused rows" data-acts={act ? true : undefined}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">Address in the file</th>
          <th scope="col">Reason</th>
          {act && <th scope="col" aria-label="Correct" />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td>{row.line.toLocaleString("en")}</td>
            <td title={row.name}>{row.name}</td>
            <td title={row.address}>{row.address || "empty"}</td>
            <td title={row.reason}>{row.reason}</td>
            {act && <td>{act(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
