import { IconArrowBackUp } from "@tabler/icons-react";
import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import { Pages } from "@/app/ui/words/pages";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import type { UploadResult } from "@/lib/uploads/read-result";
import { openUntil } from "@/lib/uploads/taking/way-back";
import type { Unusual } from "@/lib/uploads/unusual/read-unusual";
import frame from "../../frame.module.css";
import { shortDay } from "../../imports/short-day";
import classes from "../import.module.css";
import { Bar, Parts, partsOf } from "../outcome";
import { Correctable } from "./correct/correctable";
import { RefusedRows } from "./refused-rows";
import { UnusualPeople } from "./unusual/unusual-people";

/** So many refused rows leave the next step in sight. */
const few = 5;

type Props = {
  result: UploadResult;
  unusual: Unusual;
  timezone: string;
  whole: boolean;
  mayEdit: boolean;
  mayTakeBack: boolean;
};

/** What became of every row; the numbers add up. */
export function Result({ result, unusual, timezone, whole, mayEdit, mayTakeBack }: Props) {
  const { upload } = result;
  const all = whole || upload.refusedCount <= few + 1;
  const read = upload.processedContacts ?? 0;
  const total = upload.totalContacts ?? 0;
  const parts = partsOf(upload);
  const sum = parts.reduce((all, part) => all + part.count, 0);
  const people = sum - upload.refusedCount;
  const shown = all ? result.refused : result.refused.slice(0, few);
  const canCorrect = mayEdit && shown.some(({ cells }) => cells !== null);
  const until = mayTakeBack ? openUntil(upload) : null;
  const seconds =
    upload.startedAt && upload.finishedAt ? (upload.finishedAt.getTime() - upload.startedAt.getTime()) / 1000 : null;
  return (
    <div className={classes.narrow}>
      <h1 className={classes.verdict} tabIndex={-1}>
        {upload.cancelledAt || upload.status === "failed"
          ? `${upload.cancelledAt ? "Cancelled" : "Stopped"}: ${read.toLocaleString("en")} of ${total.toLocaleString("en")} rows were read and kept`
          : `${sayCount(read, "row", "rows")} read, ${sum.toLocaleString("en")} accounted for`}
      </h1>
      <p className={classes.lead}>
        {upload.error && `${upload.error} `}
        {mailable(people - result.archived.stay, result.suppressed)} {sayArchived(result.archived)}
        {seconds === null ? "Done" : `Done in ${seconds < 10 ? `${seconds.toFixed(1)} s` : formatDuration(seconds)}`}
        {result.by && `, by ${result.by}`}
        {upload.finishedAt && (
          <>
            {seconds === null && !result.by ? " " : ", "}
            <Moment at={upload.finishedAt} timeZone={timezone} />
          </>
        )}
        .{upload.cancelledAt && read > 0 && ` The rows after line ${result.lastLine.toLocaleString("en")} stayed out.`}
      </p>
      <Bar parts={parts} />
      <Parts parts={parts} />
      <UnusualPeople unusual={unusual} />
      {(upload.refusedCount > 0 || mayEdit) && (
        // Hidden, and not away: somebody may be correcting a row that a colleague has brought in just now.
        <section aria-labelledby="refused" hidden={upload.refusedCount === 0}>
          <div className={classes.refusedHead}>
            <h2 id="refused">{upload.refusedCount.toLocaleString("en")} refused</h2>
            <span className={classes.aside}>
              {canCorrect && "Correct them here, or "}
              <a href={`/contacts/import/${upload.id}/refused`} className={classes.inText} download>
                {canCorrect ? "take them as a file" : "Take them as a file"}
              </a>
              , correct them {canCorrect && "there "}and import it: who is known is not added twice.
            </span>
          </div>
          {mayEdit ? <Correctable uploadId={upload.id} rows={shown} columns={result.columns} /> : <RefusedRows rows={shown} />}
          {!all && (
            <p className={classes.rest}>
              and {(upload.refusedCount - few).toLocaleString("en")} more{" "}
              <Link href={`/contacts/import/${upload.id}?page=1`} className={classes.showAll}>
                Show all
              </Link>
            </p>
          )}
          {all && (
            <Pages
              path={`/contacts/import/${upload.id}`}
              query={{}}
              page={result.page}
              pages={result.pages}
              total={upload.refusedCount}
            />
          )}
        </section>
      )}
      <footer className={classes.next}>
        <p>
          <strong>Next</strong>
          <span>
            {result.list ? (
              <>
                {people === 1 ? "The one" : `All ${people.toLocaleString("en")}`} {people === 1 ? "is" : "are"} in the list{" "}
                <b>{result.list.name}</b>.
              </>
            ) : people > 0 ? (
              "Put them into a list to mail them."
            ) : (
              "Nobody came in. Look at the reasons above."
            )}
            {until && people > 0 && ` This import can be taken back until ${shortDay(until, timezone)}.`}
          </span>
        </p>
        {until && people > 0 && (
          <Link href={`/contacts/imports?take=${upload.id}`} className={frame.plain}>
            <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
            Take back import
          </Link>
        )}
        <Link href={result.list ? `/contacts/lists/${result.list.id}` : "/contacts"} className={frame.plain}>
          {result.list ? "See the list" : "See the contacts"}
        </Link>
        {result.list && people > result.suppressed && (
          <Link href={`/campaigns/new?list=${result.list.id}`} className={frame.primary}>
            Start a campaign for {(people - result.suppressed).toLocaleString("en")}
          </Link>
        )}
      </footer>
    </div>
  );
}

function sayArchived({ back, stay }: UploadResult["archived"]): string {
  const came =
    back > 0
      ? `${back.toLocaleString("en")} ${back === 1 ? "was" : "were"} archived and ${back === 1 ? "is" : "are"} back. `
      : "";
  const left = `${stay.toLocaleString("en")} ${stay === 1 ? "is" : "are"} archived and ${stay === 1 ? "stays" : "stay"} so: who is known was left as is. `;
  return came + (stay > 0 ? left : "");
}

function mailable(people: number, suppressed: number): string {
  const can = people - suppressed;
  const rest =
    suppressed > 0
      ? ` ${suppressed.toLocaleString("en")} ${suppressed === 1 ? "is" : "are"} suppressed and ${suppressed === 1 ? "stays" : "stay"} so.`
      : "";
  return `${can === 0 ? "Nobody of them" : can.toLocaleString("en")} ${can === 0 ? "" : can === 1 ? "person " : "people "}can be mailed now.${rest}`.replace(
    "  ",
    " ",
  );
}
