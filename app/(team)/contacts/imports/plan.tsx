import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import type { Plan as Planned } from "@/lib/uploads/taking/read-plan";
import { countStayed } from "@/lib/uploads/taking/taken";
import classes from "./imports.module.css";
import { sayAct, sayHolds } from "./say-taken";
import { TakeButtons } from "./take-buttons";

type Props = {
  plan: Planned;
  /** The page without the plan. */
  back: string;
  /** Until when it could be brought back. */
  until: string;
  mayEdit: boolean;
};

/** What taking an import back would do, in numbers that add up to its rows. Nothing changes before its button. */
export function Plan({ plan: { upload, taken, campaigns }, back, until, mayEdit }: Props) {
  const stayed = countStayed(taken);
  const rest = taken.same + upload.refusedCount;
  const rows = taken.went + stayed + taken.setBack + taken.kept + rest;
  return (
    <aside className={classes.plan} aria-labelledby="plan">
      <div className={classes.planHead}>
        <h2 id="plan">Take back {upload.fileName}?</h2>
        <Link href={back} scroll={false} aria-label="Close">
          <IconX size={18} stroke={1.7} aria-hidden />
        </Link>
        <p>{sayCount(rows, "row", "rows")}, all accounted for. Nothing has changed yet.</p>
      </div>
      <dl className={classes.lines}>
        <Line count={taken.went} words={taken.went === 1 ? "person goes" : "people go"}>
          created by this file, untouched since.{" "}
          {taken.drafts > 0 &&
            `${taken.drafts === 1 ? "A draft goes" : `Their ${taken.drafts.toLocaleString("en")} drafts go`} with them, unsigned.`}
        </Line>
        <Line count={stayed} words={stayed === 1 ? "created by it, but stays" : "created by it, but stay"}>
          {sayHolds(taken.stayed)} <Show id={upload.id} of="stays" count={stayed} />
        </Line>
        <Line count={taken.setBack} words={taken.setBack === 1 ? "gets back what they had" : "get back what they had"}>
          cells this file had filled say again what they said before.
        </Line>
        <Line count={taken.kept} words={taken.kept === 1 ? "keeps what it filled" : "keep what it filled"}>
          somebody changed the cell since, or a signed mail quotes it. <Show id={upload.id} of="kept" count={taken.kept} />
        </Line>
        <Line count={rest} words={rest === 1 ? "is not touched" : "are not touched"} quiet>
          {[
            taken.same > 0 && `${taken.same.toLocaleString("en")} ${taken.same === 1 ? "was" : "were"} the same before`,
            upload.refusedCount > 0 &&
              `${upload.refusedCount.toLocaleString("en")} ${upload.refusedCount === 1 ? "was" : "were"} refused`,
          ]
            .filter(Boolean)
            .join(", ")}
          .{" "}
          {taken.left > 0 &&
            `${taken.left.toLocaleString("en")} of those known ${taken.left === 1 ? "leaves" : "leave"} the list it put them into.`}
        </Line>
      </dl>
      {campaigns.map(({ id, name, people }) => (
        <p key={id} className={classes.loses}>
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
          <span>
            <b>
              {name} loses {sayCount(people, "person", "people")}
            </b>{" "}
            who still {people === 1 ? "waits" : "wait"} in line. Nothing that has left is undone.
          </span>
        </p>
      ))}
      <div className={classes.foot}>
        <p>{mayEdit ? `Can be brought back until ${until}.` : "A member or an administrator of your team can take it back."}</p>
        {mayEdit && <TakeButtons uploadId={upload.id} words={sayAct(taken)} back={back} />}
      </div>
    </aside>
  );
}

type LineProps = { count: number; words: string; quiet?: boolean; children: React.ReactNode };

function Line({ count, words, quiet = false, children }: LineProps) {
  if (count === 0) return null;
  return (
    <div data-quiet={quiet || undefined}>
      <dd>{count.toLocaleString("en")}</dd>
      <dt>
        <b>{words}</b>
        <span>{children}</span>
      </dt>
    </div>
  );
}

function Show({ id, of, count }: { id: string; of: "stays" | "kept"; count: number }) {
  return (
    <Link href={`/contacts/import/${id}/stays${of === "kept" ? "?of=kept" : ""}`} prefetch={false} className={classes.words}>
      Show {count.toLocaleString("en")}
    </Link>
  );
}
