import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { Stayed } from "@/lib/uploads/taking/read-stayed";
import classes from "./taken.module.css";

const tones: Partial<Record<Stayed["hold"], string>> = { answered: "reply", mailed: "go" };

/** What holds somebody, in a sentence without its end. */
function sayHold({ hold, what, more, by }: Stayed): string {
  const others = more > 0 ? ` and ${more === 1 ? "one more" : `${more} more`}` : "";
  switch (hold) {
    case "answered":
      return what ? `Wrote back: “${what}”` : "Wrote back";
    case "mailed":
      return `${what || "A mail"} ${by ? `signed by ${by}` : "signed"}`;
    case "written to":
      return `${by ?? "Somebody"} is writing to them${what ? `: ${what}` : ""}`;
    case "other list":
      return `Also in ${what}${others}${more > 0 ? (more === 1 ? " list" : " lists") : ""}`;
    case "other file":
      return `Also in the file ${what}${others}`;
    case "edited":
      return by ? `${by} changed them by hand` : "Changed by hand";
    case "archived":
      return "Was archived by hand";
  }
}

/** Where one looks at what holds somebody. */
function way({ hold, id, whatId }: Stayed): { href: string; words: string } {
  if (hold === "other list" && whatId) return { href: `/contacts/lists/${whatId}`, words: "Open list" };
  if (hold === "other file" && whatId) return { href: `/contacts/import/${whatId}`, words: "Open import" };
  const words = { answered: "Open reply", mailed: "Show mail" }[hold as "answered" | "mailed"] ?? "Open";
  return { href: `/contacts/${id}`, words };
}

/** People whom an import made, and what holds each. */
export function StayedRows({ rows, timezone }: { rows: Stayed[]; timezone: string }) {
  return (
    <table className={classes.stayed} aria-label="Who stays">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Company</th>
          <th scope="col">What holds them</th>
          <th scope="col">Since</th>
          <th scope="col">
            <span className={classes.unseen}>Open</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td title={row.name} dir="auto">
              {row.name}
            </td>
            <td dir="auto">{row.company}</td>
            <td title={sayHold(row)}>
              <i data-tone={tones[row.hold] ?? "grey"} aria-hidden /> {sayHold(row)}
            </td>
            <td>{row.since && <Moment at={row.since} timeZone={timezone} />}</td>
            <td>
              <Link href={way(row).href} prefetch={false}>
                {way(row).words}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
