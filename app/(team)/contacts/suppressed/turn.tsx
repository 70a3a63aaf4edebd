import Link from "next/link";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import { sayCount } from "@/app/ui/words/count-words";
import type { Entries } from "@/lib/suppressions/entries/read-entries";
import table from "../table.module.css";

type Props = { path: string; query: Record<string, string | undefined>; found: Entries };

/** The way to the entries before and after those that are shown; the list is too long to have numbered pages. */
export function Turn({ path, query, found: { rows, hasBefore, hasAfter } }: Props) {
  if (!hasBefore && !hasAfter) return null;
  const to = (place: Record<string, string | undefined>) => ({
    pathname: path,
    query: Object.fromEntries(Object.entries({ ...query, ...place }).filter(([, value]) => value)),
  });
  return (
    <nav className={table.foot} aria-label="Pages of the list">
      <span role="status">{sayCount(rows.length, "entry is", "entries are")} shown</span>
      {hasBefore && (
        <Link href={to({ before: rows[0]?.id })} rel="prev" className={table.turn}>
          Before
          <LinkBusy />
        </Link>
      )}
      {hasAfter && (
        <Link href={to({ after: rows.at(-1)?.id })} rel="next" className={table.turn}>
          Next
          <LinkBusy />
        </Link>
      )}
    </nav>
  );
}
