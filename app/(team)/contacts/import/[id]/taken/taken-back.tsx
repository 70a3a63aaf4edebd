import { IconDownload } from "@tabler/icons-react";
import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import type { Member } from "@/lib/auth/member";
import { hasRight } from "@/lib/auth/rights";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import type { UploadResult } from "@/lib/uploads/read-result";
import { readStayed } from "@/lib/uploads/taking/read-stayed";
import { countStayed, nothingTaken, type Taken } from "@/lib/uploads/taking/taken";
import { openUntil, wayBack } from "@/lib/uploads/taking/way-back";
import { shortDay } from "../../../imports/short-day";
import classes from "../../import.module.css";
import { Bar, type Part, Parts } from "../../outcome";
import { BringBack } from "./bring-back";
import { HoldFilter } from "./hold-filter";
import { StayedRows } from "./stayed-rows";
import own from "./taken.module.css";
import { TakenHead } from "./taken-head";
import { UnderWay } from "./under-way";

const few = 5;

/** What taking an import back came to, in numbers that add up to its rows, who stayed and why, and the way back. */
export async function TakenBack({ result, member, now }: { result: UploadResult; member: Member; now: Date }) {
  const { upload } = result;
  const { id, fileName } = upload;
  const taken = (upload.taken as Taken | null) ?? nothingTaken;
  if (upload.taking !== "taken") return <UnderWay upload={upload} />;
  const stayed = countStayed(taken);
  const list = stayed > 0 ? await readStayed(member, id, null, 1, few) : null;
  const parts = partsOf(taken, upload.refusedCount).filter(({ count }) => count > 0);
  const rows = parts.reduce((sum, { count }) => sum + count, 0);
  const until = openUntil(upload);
  const mayBring = hasRight(member.role, "contacts:edit") && wayBack(upload, now) === "bring";
  const shown = Object.values(list?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <TakenHead id={id} fileName={fileName} badge="Taken back" />
      <div className={classes.narrow}>
        <h1 className={classes.verdict}>{verdict(taken, stayed)}</h1>
        <p className={classes.lead}>
          Taken back{result.takenBy && ` by ${result.takenBy}`}
          {upload.takenAt && (
            <>
              , <Moment at={upload.takenAt} timeZone={member.timezone} now={now} />
            </>
          )}
          {upload.takenAt && upload.takenEnd && `, in ${sayTook(upload.takenEnd.getTime() - upload.takenAt.getTime())}`}. All{" "}
          {sayCount(rows, "row is", "rows are")} accounted for.
        </p>
        <Bar parts={parts} />
        <Parts parts={parts} />
        {taken.kept > 0 && (
          <p className={own.keptLine}>
            <Link href={`/contacts/import/${id}/stays?of=kept`} prefetch={false} className={classes.showAll}>
              Show the {sayCount(taken.kept, "one who keeps", "who keep")} what it filled
            </Link>
          </p>
        )}
        {list && shown > 0 && (
          <section aria-labelledby="stayed">
            <div className={classes.refusedHead}>
              <h2 id="stayed">Why {shown.toLocaleString("en")} stayed</h2>
              <a href={`/contacts/import/${id}/stayed`} className={own.file} download>
                <IconDownload size={16} stroke={1.7} aria-hidden /> {shown.toLocaleString("en")} as a file
              </a>
            </div>
            <HoldFilter path={`/contacts/import/${id}/stays`} counts={list.counts} chosen={null} />
            <StayedRows rows={list.rows} timezone={member.timezone} />
            {shown > few && (
              <p className={classes.rest}>
                and {(shown - few).toLocaleString("en")} more{" "}
                <Link href={`/contacts/import/${id}/stays`} className={classes.showAll}>
                  Show all
                </Link>
              </p>
            )}
          </section>
        )}
        <footer className={classes.next}>
          <p>
            <strong>Not what you meant?</strong>
            <span>
              {until && until > now
                ? `Everything can be brought back as it was until ${shortDay(until, member.timezone)}. Signatures do not come back.`
                : "Its 30 days are over, so it cannot be brought back any more."}
            </span>
          </p>
          {mayBring && (
            <BringBack
              uploadId={id}
              words={taken.went > 0 ? `Bring back ${sayCount(taken.went, "person", "people")}` : "Bring it back"}
            />
          )}
        </footer>
      </div>
    </>
  );
}

function verdict({ went, setBack }: Taken, stayed: number): string {
  const held = stayed > 0 ? `, ${stayed.toLocaleString("en")} stayed for a reason` : "";
  if (went > 0 || setBack === 0) return `${went === 0 ? "Nobody" : sayCount(went, "person", "people")} went${held}`;
  return `${sayCount(setBack, "person has", "people have")} back what they had${held}`;
}

function partsOf(taken: Taken, refused: number): Part[] {
  const drafts = taken.drafts === 1 ? "with an unsigned draft" : `with ${taken.drafts.toLocaleString("en")} unsigned drafts`;
  return [
    { name: "went", count: taken.went, about: taken.drafts > 0 ? drafts : "created by it, untouched", tone: "created" },
    { name: "set back", count: taken.setBack, about: "to what they had before", tone: "updated" },
    { name: "stayed", count: countStayed(taken), about: "created, then touched", tone: "stayed" },
    { name: "kept", count: taken.kept, about: "a cell changed since", tone: "kept" },
    { name: "not touched", count: taken.same + refused, about: "same before, or refused", tone: "unchanged" },
  ];
}

function sayTook(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : formatDuration(seconds);
}
