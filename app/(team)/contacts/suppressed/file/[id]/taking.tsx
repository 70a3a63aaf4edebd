import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import type { ShownFile } from "@/lib/suppressions/files/show-file";
import frame from "../../../frame.module.css";
import imports from "../../../import/import.module.css";
import { Bar, type Part, Parts } from "../../../import/outcome";
import { FileHead } from "../file-head";
import { RefusedLines } from "./refused-lines";

/** A file that was confirmed, while its entries come into the list and after; or one that was left. */
export function Taking({ shown, mayEdit, timezone }: { shown: ShownFile; mayEdit: boolean; timezone: string }) {
  const { file, by } = shown;
  const isTaking = file.state === "taking";
  const parts: Part[] = [
    { name: "in the list", count: file.taken, about: "nobody they name gets mail", tone: "created" },
    { name: "to come", count: file.entries - file.taken, about: "in the order of the file", tone: "left" },
  ];
  return (
    <>
      <FileHead title={<span className={frame.title}>{file.fileName}</span>} stage={2} />
      <div className={imports.narrow}>
        <h1 className={imports.verdict}>
          {isTaking && `${file.taken.toLocaleString("en")} of ${sayCount(file.entries, "entry", "entries")} in the list`}
          {file.state === "taken" && `${sayCount(file.entries, "entry", "entries")} of this file in the list`}
          {file.state === "dropped" && "Left: nothing of this file is in the list"}
        </h1>
        <p className={imports.lead}>
          {isTaking && "It is safe to leave this page: it goes on. Campaigns end as soon as somebody is named. "}
          {file.state === "taken" &&
            `${sayCount(file.facts.people ?? 0, "contact gets", "contacts get")} no mail because of it. `}
          {by && (isTaking ? `Started by ${by}.` : `By ${by}`)}
          {file.finishedAt && (
            <>
              {by ? ", " : ""}
              <Moment at={file.finishedAt} timeZone={timezone} />.
            </>
          )}
        </p>
        {file.state !== "dropped" && (
          <div
            role="progressbar"
            aria-label="Entries in the list"
            aria-valuemin={0}
            aria-valuemax={file.entries}
            aria-valuenow={file.taken}
          >
            <Bar parts={parts} />
          </div>
        )}
        {isTaking && <Parts parts={parts} />}
        <RefusedLines file={file} lines={shown.refused} mayEdit={mayEdit} />
        <p className={imports.after}>
          {file.state === "dropped" ? (
            <Link href="/contacts/suppressed/file">Choose a file again</Link>
          ) : (
            <>
              The list only grows: an administrator lifts single entries, with a reason.{" "}
              <Link href="/contacts/suppressed">See the list</Link>
            </>
          )}
        </p>
      </div>
    </>
  );
}
