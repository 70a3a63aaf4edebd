import Link from "next/link";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import classes from "./pages.module.css";

type Props = { path: string; query: Record<string, string | undefined>; page: number; pages: number; total: number };

/** Which page of how many, with the way to its neighbours; the page lives in the address. */
export function Pages({ path, query, page, pages, total }: Props) {
  if (pages < 2) return null;
  const to = (number: number) => ({ pathname: path, query: { ...given(query), page: String(number) } });
  return (
    <nav className={classes.pages} aria-label="Pages of the list">
      {page > 1 && (
        <Link href={to(page - 1)} rel="prev">
          Before
          <LinkBusy />
        </Link>
      )}
      <span>
        Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}, {total.toLocaleString("en")} in all
      </span>
      {page < pages && (
        <Link href={to(page + 1)} rel="next">
          Next
          <LinkBusy />
        </Link>
      )}
    </nav>
  );
}

function given(query: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
