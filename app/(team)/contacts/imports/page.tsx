import { IconChevronRight, IconUpload } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { oneText } from "@/app/ui/address/one-text";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { sayCount, spell, spellFirst } from "@/app/ui/words/count-words";
import { Pages } from "@/app/ui/words/pages";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { listUploadsPage, type PastUpload } from "@/lib/uploads/list-uploads";
import { readPlan } from "@/lib/uploads/taking/read-plan";
import { keptDays } from "@/lib/uploads/tidy-files";
import frame from "../frame.module.css";
import { Legend } from "../import/outcome";
import classes from "./imports.module.css";
import { Plan } from "./plan";
import { shortDay } from "./short-day";
import { UploadRow } from "./upload-row";

export const metadata: Metadata = { title: "Imports · Contacts" };

type Props = { searchParams: Promise<{ page?: string; take?: string }> };

/** All imports, what became of their rows, and, at the side, what taking one back would do. */
export default async function ImportsPage({ searchParams }: Props) {
  const member = await requireMember();
  const { page: asked, take } = await searchParams;
  const now = new Date();
  const { rows, total, takeable, page, pages } = await listUploadsPage(member, Number(asked) || 1, now);
  const chosen = oneText(take);
  const plan = chosen ? await orNotFound(readPlan(member, idOrNotFound(chosen), now)) : null;
  const mayEdit = hasRight(member.role, "contacts:edit");
  const here = page > 1 ? `/contacts/imports?page=${page}` : "/contacts/imports";
  const groups = byMonth(rows, now, member.timezone);
  return (
    <div className={classes.frame}>
      <header className={frame.head}>
        <Link href="/contacts" className={frame.crumb}>
          Contacts
        </Link>
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
        <span className={frame.title}>Imports</span>
        <span className={frame.total}>{total.toLocaleString("en")}</span>
        {mayEdit && (
          <div className={frame.acts}>
            <Link href="/contacts/import" className={frame.primary}>
              <IconUpload size={18} stroke={1.7} aria-hidden />
              Import
            </Link>
          </div>
        )}
      </header>
      <div className={classes.body} data-planned={plan ? true : undefined}>
        <div className={classes.main}>
          <h1>{verdict(total, takeable)}</h1>
          <p className={classes.lead}>
            {total === 0
              ? "A CSV or Excel file becomes people here, and every one of its rows is accounted for."
              : "An import can be taken back for 30 days. What others have touched since stays."}
          </p>
          {total === 0 && mayEdit && (
            <Link href="/contacts/import" className={frame.primary}>
              Import a file
            </Link>
          )}
          {chosen && !plan && (
            <p className={classes.loses} role="status">
              This import cannot be taken back: it is under way, was taken back already, or its 30 days are over.
            </p>
          )}
          {groups.map(({ name, uploads }, place) => (
            <section key={name} aria-labelledby={`imports-${place}`}>
              <div className={classes.month}>
                <h2 id={`imports-${place}`}>{name}</h2>
                {place === 0 && <Legend />}
              </div>
              <ul className={classes.rows}>
                {uploads.map((upload) => (
                  <UploadRow
                    key={upload.id}
                    upload={upload}
                    timeZone={member.timezone}
                    now={now}
                    chosen={upload.id === chosen}
                    mayEdit={mayEdit}
                    plan={`${here}${here.includes("?") ? "&" : "?"}take=${upload.id}`}
                  />
                ))}
              </ul>
            </section>
          ))}
          <Pages path="/contacts/imports" query={{}} page={page} pages={pages} total={total} />
        </div>
        {plan && (
          <Plan
            plan={plan}
            back={here}
            until={shortDay(new Date(now.getTime() + keptDays * 86_400_000), member.timezone)}
            mayEdit={mayEdit}
          />
        )}
      </div>
    </div>
  );
}

function verdict(total: number, takeable: number): string {
  if (total === 0) return "Nothing imported yet";
  if (takeable === 0) return `${sayCount(total, "import", "imports")}, none of which can be taken back`;
  if (takeable === total)
    return total === 1 ? "The one import can be taken back" : `All ${spell(total)} imports can be taken back`;
  return `${spellFirst(takeable)} of ${spell(total)} imports can be taken back`;
}

/** This month, and before. */
function byMonth(rows: PastUpload[], now: Date, timeZone: string): { name: string; uploads: PastUpload[] }[] {
  const monthOf = (at: Date) => toTemporal(at).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString();
  const isNow = (upload: PastUpload) => monthOf(upload.createdAt) === monthOf(now);
  const groups = [
    { name: "This month", uploads: rows.filter(isNow) },
    { name: "Before", uploads: rows.filter((upload) => !isNow(upload)) },
  ];
  return groups.filter(({ uploads }) => uploads.length > 0);
}
