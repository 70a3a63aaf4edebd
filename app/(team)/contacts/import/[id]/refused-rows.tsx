import type { Refused } from "@/lib/uploads/read-result";
import classes from "../import.module.css";

/** Rows that did not become contacts, each with its line of the file and why. */
export function RefusedRows({ rows }: { rows: Refused[] }) {
  return (
    <table className={classes.refused} aria-label="Refused rows">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">Address in the file</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line}>
            <td>{row.line.toLocaleString("en")}</td>
            <td title={row.name}>{row.name}</td>
            <td title={row.address}>{row.address || "empty"}</td>
            <td>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
