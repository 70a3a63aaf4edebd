"use client";

import Link from "next/link";
import type { ScheduledRow } from "@/lib/scheduled/scheduled";
import { Heads } from "./heads";
import classes from "./list.module.css";
import { useTimeActs } from "./use-time-acts";

/** What persons cancelled: by whom, when, and when it was to leave. */
export function CancelledList({ rows, next }: { rows: ScheduledRow[]; next: string | null }) {
  const { takeBackCancel, busy } = useTimeActs();
  if (rows.length === 0) return null;
  return (
    <>
      <table className={classes.table} data-cancelled aria-label="Cancelled mails">
        <Heads cancelled />
        <tbody>
          {rows.map((row) => (
            <tr key={row.slotId}>
              <td className={classes.leaves}>{row.here}</td>
              <td className={classes.to}>
                <Link href={`/contacts/${row.contactId}`} prefetch={false} className={classes.opens}>
                  {row.name}
                </Link>
              </td>
              <td className={classes.subject}>{row.subject}</td>
              <td className={classes.from} title={row.mailbox}>
                {row.mailbox.replace(/@.*$/, "@")}
              </td>
              <td className={classes.by}>{row.by}</td>
              <td className={classes.why}>
                By {row.cancelled?.by}, {row.cancelled?.at}
                {row.cancelled?.reason && `: ${row.cancelled.reason}`}
                {row.cancelled?.backUntil && (
                  <button
                    type="button"
                    className={classes.words}
                    disabled={busy}
                    aria-busy={busy}
                    onClick={() => takeBackCancel(row)}
                  >
                    Take back
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <p className={classes.more}>
          <Link href={next}>Show earlier ones</Link>
        </p>
      )}
    </>
  );
}
