import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import { formatDuration } from "@/lib/schedule/format-duration";
import type { UploadRow } from "@/lib/uploads/find-upload";
import type { Refused } from "@/lib/uploads/list-uploads";
import type { Mapping } from "@/lib/uploads/suggest-mapping";
import classes from "../../contacts.module.css";

/** What became of every row; the numbers add up. */
export function Result({
  upload,
  refused,
  timezone,
}: {
  upload: UploadRow & { mapping: Mapping };
  refused: Refused[];
  timezone: string;
}) {
  const read = upload.processedContacts ?? 0;
  const total = upload.totalContacts ?? 0;
  const sum = upload.createdCount + upload.updatedCount + upload.unchangedCount + upload.refusedCount;
  const people = sum - upload.refusedCount;
  const parts = [
    { name: "created", about: "new in your contacts", count: upload.createdCount, tone: classes.toneInk },
    {
      name: "updated",
      about: upload.knownPolicy === "overwrite" ? "overwritten where the file says more" : "blanks filled, nothing overwritten",
      count: upload.updatedCount,
      tone: classes.toneControl,
    },
    { name: "unchanged", about: "same as before", count: upload.unchangedCount, tone: classes.tonePlan },
    { name: "refused", about: "each with its line and reason", count: upload.refusedCount, tone: classes.toneStop },
  ];
  const column = upload.mapping.findIndex((one) => one.target === "email");
  return (
    <div className={classes.narrow}>
      <h2 className={classes.verdict}>
        {upload.cancelledAt
          ? `Cancelled: ${read.toLocaleString("en")} of ${total.toLocaleString("en")} rows were read and kept`
          : `${read.toLocaleString("en")} rows read, ${sum.toLocaleString("en")} accounted for`}
      </h2>
      <p className={classes.lead}>
        {people.toLocaleString("en")} {people === 1 ? "person" : "people"} of this file {people === 1 ? "is" : "are"} among your
        contacts
        {upload.startedAt &&
          upload.finishedAt &&
          `, done in ${formatDuration((upload.finishedAt.getTime() - upload.startedAt.getTime()) / 1000)}`}
        {upload.finishedAt && (
          <>
            , <Moment at={upload.finishedAt} timeZone={timezone} />
          </>
        )}
        .
      </p>
      <div className={classes.bar} aria-hidden>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <i key={part.name} className={part.tone} style={{ flexGrow: part.count }} />
          ))}
      </div>
      <dl className={classes.parts}>
        {parts.map((part) => (
          <div key={part.name}>
            <dd>
              <i className={part.tone} aria-hidden /> {part.count.toLocaleString("en")} <span>{part.name}</span>
            </dd>
            <dt>{part.about}</dt>
          </div>
        ))}
      </dl>
      {refused.length > 0 && (
        <section aria-label="Refused rows">
          <h3 className={classes.small}>{upload.refusedCount.toLocaleString("en")} refused</h3>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col" className={classes.right}>
                  Line
                </th>
                <th scope="col">Address in the file</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {refused.map((row) => (
                <tr key={row.line}>
                  <td className={classes.right}>{row.line}</td>
                  <td>{row.cells[column] || "empty"}</td>
                  <td>{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {upload.refusedCount > refused.length && (
            <p className={classes.lead}>and {(upload.refusedCount - refused.length).toLocaleString("en")} more</p>
          )}
        </section>
      )}
      <footer className={classes.nextRow}>
        <p>
          <strong>Next</strong>
          <span className={classes.block}>
            {upload.listId ? "All of them are in a list of their own." : "Put them into a list to mail them."}
          </span>
        </p>
        <Link href={upload.listId ? `/contacts/lists/${upload.listId}` : "/contacts"} className={classes.plain}>
          {upload.listId ? "See the list" : "See the contacts"}
        </Link>
        {upload.listId && people > 0 && (
          <Link href={`/campaigns/new?list=${upload.listId}`} className={classes.primary}>
            Start a campaign for {people.toLocaleString("en")}
          </Link>
        )}
      </footer>
    </div>
  );
}
