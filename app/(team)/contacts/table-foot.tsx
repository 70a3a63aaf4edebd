import Link from "next/link";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import classes from "./table.module.css";

type Props = {
  path: string;
  query: Record<string, string | undefined>;
  found: { total: number; page: number; pages: number; first: number };
  shown: number;
};

/** Which of how many are seen, and the way to the pages beside. */
export function TableFoot({ path, query, found, shown }: Props) {
  const to = (page: number) => ({
    pathname: path,
    query: Object.fromEntries(Object.entries({ ...query, page: String(page) }).filter(([, value]) => value)),
  });
  return (
    <nav className={classes.foot} aria-label="Pages of the list">
      <span role="status">
        {found.first.toLocaleString("en")} to {(found.first + shown - 1).toLocaleString("en")} of{" "}
        <strong>{found.total.toLocaleString("en")}</strong>
      </span>
      {found.page > 1 && (
        <Link href={to(found.page - 1)} rel="prev" className={classes.turn}>
          Before
          <LinkBusy />
        </Link>
      )}
      {found.page < found.pages && (
        <Link href={to(found.page + 1)} rel="next" className={classes.turn}>
          Next
          <LinkBusy />
        </Link>
      )}
    </nav>
  );
}
