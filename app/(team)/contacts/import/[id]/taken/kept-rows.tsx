import Link from "next/link";
import type { Kept } from "@/lib/uploads/taking/read-kept";
import classes from "./taken.module.css";

const names: Record<string, string> = { firstName: "First name", lastName: "Last name", name: "Name", company: "Company" };
const nameOf = (key: string) => names[key] ?? key.replace("field:", "");

/** People known before, and the cells that stay as an import filled them. */
export function KeptRows({ rows }: { rows: Kept[] }) {
  return (
    <table className={classes.stayed} aria-label="Who keeps what it filled">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Company</th>
          <th scope="col">What the file had filled</th>
          <th scope="col" />
          <th scope="col">
            <span className={classes.unseen}>Open</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td dir="auto">{row.name}</td>
            <td dir="auto">{row.company}</td>
            <td colSpan={2} dir="auto">
              {row.cells.map(({ key, text }) => `${nameOf(key)}: ${text}`).join(", ")}
            </td>
            <td>
              <Link href={`/contacts/${row.id}`} prefetch={false}>
                Open
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
