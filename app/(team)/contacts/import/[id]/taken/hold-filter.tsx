import Link from "next/link";
import type { Hold } from "@/lib/uploads/taking/holding";
import { holdNames } from "../../../imports/say-taken";
import classes from "./taken.module.css";

type Props = { path: string; counts: Partial<Record<Hold, number>>; chosen: Hold | null };

/** What holds people, as a filter with numbers that add up. */
export function HoldFilter({ path, counts, chosen }: Props) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const entries = Object.entries(counts) as [Hold, number][];
  if (entries.length < 2) return null;
  const option = (hold: Hold | null, words: string, count: number) => (
    <Link
      key={words}
      href={hold ? { pathname: path, query: { why: hold } } : path}
      aria-current={chosen === hold ? "true" : undefined}
      scroll={false}
      prefetch={false}
    >
      {words} {count.toLocaleString("en")}
    </Link>
  );
  return (
    <nav className={classes.filter} aria-label="Why they stay">
      {option(null, "All", all)}
      {entries.map(([hold, count]) => option(hold, holdNames[hold], count))}
    </nav>
  );
}
