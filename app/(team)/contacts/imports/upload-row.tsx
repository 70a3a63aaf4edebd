import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { PastUpload } from "@/lib/uploads/list-uploads";
import { countStayed, type Taken } from "@/lib/uploads/taking/taken";
import { openUntil, wayBack } from "@/lib/uploads/taking/way-back";
import { Bar, partsOf } from "../import/outcome";
import { UploadName } from "../import/upload-name";
import classes from "./imports.module.css";
import { shortDay } from "./short-day";

type Props = { upload: PastUpload; timeZone: string; now: Date; chosen: boolean; mayEdit: boolean; plan: string };

/** One import: what became of its rows, and what can be done about it. @param props.plan where what taking it back would do is shown. */
export function UploadRow({ upload, timeZone, now, chosen, mayEdit, plan }: Props) {
  const people = upload.createdCount + upload.updatedCount + upload.unchangedCount;
  return (
    <li className={classes.row} data-chosen={chosen || undefined}>
      <span className={classes.name}>
        <UploadName upload={upload} />
      </span>
      <span className={classes.became}>
        <Became upload={upload} timeZone={timeZone} />
      </span>
      <span className={classes.way}>
        {people > 0 || upload.taking ? <Way {...{ upload, now, timeZone, mayEdit, plan }} /> : <Nothing upload={upload} />}
      </span>
      <span className={classes.by}>
        {upload.by && `${upload.by}, `}
        <Moment at={upload.createdAt} timeZone={timeZone} now={now} />
      </span>
    </li>
  );
}

function Became({ upload, timeZone }: { upload: PastUpload; timeZone: string }) {
  if (upload.status === "pending") return <em className={classes.waits}>Waits for somebody to look at its columns</em>;
  if (upload.status === "processing") return <em>{(upload.processedContacts ?? 0).toLocaleString("en")} rows read so far</em>;
  const parts = partsOf(upload).filter((part) => part.count > 0);
  const taken = upload.taken as Taken | null;
  return (
    <>
      {upload.status === "failed" && <em className={classes.red}>{upload.error}</em>}
      {parts.length > 0 && <Bar parts={parts} small faded={Boolean(upload.taking)} />}
      {upload.taking === "taken" && taken && upload.takenAt ? (
        <small>
          <span>
            Taken back <Moment at={upload.takenAt} timeZone={timeZone} />: {taken.went.toLocaleString("en")} went
            {countStayed(taken) > 0 && `, ${countStayed(taken).toLocaleString("en")} stayed`}
          </span>
        </small>
      ) : (
        <small>
          {parts.map((part) => (
            <span key={part.name} className={part.tone === "refused" ? classes.red : undefined}>
              <b>{part.count.toLocaleString("en")}</b> {part.name === "unchanged" ? "same" : part.name}
            </span>
          ))}
        </small>
      )}
    </>
  );
}

function Nothing({ upload }: { upload: PastUpload }) {
  return <>{upload.status === "completed" || upload.status === "failed" ? "nothing to take" : ""}</>;
}

function Way({ upload, now, timeZone, mayEdit, plan }: Omit<Props, "chosen">) {
  const until = openUntil(upload);
  switch (wayBack(upload, now)) {
    case "take":
      return (
        <>
          <Link href={plan} scroll={false} prefetch={false} className={classes.words}>
            {mayEdit ? "Take back" : "What taking back would do"}
          </Link>
          <small>until {until && shortDay(until, timeZone)}</small>
        </>
      );
    case "bring":
      return (
        <>
          <Link href={`/contacts/import/${upload.id}`} prefetch={false} className={classes.words}>
            {mayEdit ? "Bring back" : "What went"}
          </Link>
          <small>until {until && shortDay(until, timeZone)}</small>
        </>
      );
    case "under way":
      return <>{upload.taking === "taking" ? "is being taken back" : "is being brought back"}</>;
    case "over":
      return <>30 days are over</>;
    default:
      return null;
  }
}
