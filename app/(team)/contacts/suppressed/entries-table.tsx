import Link from "next/link";
import { Suspense } from "react";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import type { ListedEntry } from "@/lib/suppressions/entries/read-entries";
import { nameSuppression } from "../[id]/name-suppression";
import { Lift } from "./lift";
import classes from "./suppressed.module.css";

type Props = {
  rows: ListedEntry[];
  /** How many contacts the wildcards among them name: told when it is known. */
  named: Promise<Map<string, number>>;
  timezone: string;
  now: Date;
  mayLift: boolean;
};

/** The entries with whom they stop, why, who added them and when. */
export function EntriesTable({ rows, named, timezone, now, mayLift }: Props) {
  return (
    <table className={classes.table} aria-label="Suppressed">
      <thead>
        <tr>
          <th scope="col" className={classes.entry}>
            Gets no mail
          </th>
          <th scope="col" className={classes.stops}>
            Stops
          </th>
          <th scope="col" className={classes.why}>
            Why
          </th>
          <th scope="col" className={classes.added}>
            Added
          </th>
          {mayLift && (
            <th scope="col" className={classes.lift}>
              <span className={classes.spoken}>Lift</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={classes.entry}>
              <strong title={row.entry}>{row.entry}</strong>
              {row.kind !== "address" && <span className={classes.second}>{row.kind === "domain" ? "Domain" : "Wildcard"}</span>}
            </td>
            <td className={classes.stops}>
              {row.contact ? (
                <>
                  <Link href={`/contacts/${row.contact.id}`} prefetch={false} title={row.contact.name}>
                    <bdi>{row.contact.name}</bdi>
                  </Link>
                  {row.contact.archived && <span className={classes.second}>archived</span>}
                </>
              ) : row.people === null ? (
                <Suspense fallback={<span className={classes.quiet}>being counted</span>}>
                  <Named id={row.id} named={named} />
                </Suspense>
              ) : (
                <People count={row.people} />
              )}
            </td>
            <td className={classes.why}>
              <span>{nameSuppression(row.reason)}</span>
              {(row.note ?? row.file) && (
                <span className={classes.second} title={row.note ?? row.file ?? undefined}>
                  {row.note ?? row.file}
                </span>
              )}
            </td>
            <td className={classes.added}>
              {row.by && <span>{row.by}</span>}
              <span className={classes.second}>
                <Moment at={row.at} timeZone={timezone} now={now} />
              </span>
            </td>
            {mayLift && (
              <td className={classes.lift}>
                <Lift small of={{ id: row.id, entry: row.entry, reason: row.reason }} words="Lift" consequence={sayFreed(row)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function Named({ id, named }: { id: string; named: Props["named"] }) {
  return <People count={(await named).get(id) ?? 0} />;
}

function People({ count }: { count: number }) {
  if (count === 0) return <span className={classes.quiet}>nobody yet</span>;
  return sayCount(count, "contact", "contacts");
}

/** Whom lifting an entry frees. */
function sayFreed({ kind, people, contact }: ListedEntry): string {
  const stays = "Campaigns that ended stay ended.";
  if (kind === "wildcard") return `Whoever this wildcard names can be mailed again, unless something else stops them. ${stays}`;
  if (kind === "domain")
    return `${sayCount(people ?? 0, "contact", "contacts")} at this domain can be mailed again, unless something else stops them. ${stays}`;
  return contact
    ? `${contact.name} can be mailed again, unless something else stops them. ${stays}`
    : `This address can be mailed again. ${stays}`;
}
