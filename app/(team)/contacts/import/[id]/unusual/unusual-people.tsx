import Link from "next/link";
import type { Unusual } from "@/lib/uploads/unusual/read-unusual";
import classes from "../../import.module.css";
import { sayUnusual } from "./say-unusual";

/** Who came in with an address that several read, or that lasts for minutes: how many, and behind that which. */
export function UnusualPeople({ unusual }: { unusual: Unusual }) {
  const sentence = sayUnusual(unusual);
  if (!sentence) return null;
  const more = unusual.total - unusual.people.length;
  return (
    <details className={classes.unusual}>
      <summary>
        {sentence} <span className={classes.which}>See which</span>
      </summary>
      <table className={classes.refused} aria-label="Shared and throw-away addresses">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Name</th>
            <th scope="col">Address</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {unusual.people.map(({ contactId, line, name, address, isShared, isThrowAway }) => (
            <tr key={contactId}>
              <td>{line.toLocaleString("en")}</td>
              <td title={name}>{name}</td>
              <td title={address}>
                <Link href={`/contacts/${contactId}`} prefetch={false} className={classes.inText}>
                  {address}
                </Link>
              </td>
              <td>{[...(isShared ? ["Shared"] : []), ...(isThrowAway ? ["Throw-away"] : [])].join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={classes.rest}>and {more.toLocaleString("en")} more further down the file.</p>}
    </details>
  );
}
