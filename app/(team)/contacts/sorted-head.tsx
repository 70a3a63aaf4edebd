import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import Link from "next/link";

type Props = {
  path: string;
  query: { q?: string | undefined; sort?: string | undefined };
  by: string;
  name: string;
  className?: string | undefined;
};

/** A column's head that sorts by it: first one way, then the other, then as before. Dates begin with the newest. */
export function SortedHead({ path, query, by, name, className }: Props) {
  const way = query.sort === by ? "first" : query.sort === `-${by}` ? "other" : null;
  const next = way === null ? by : way === "first" ? `-${by}` : undefined;
  const falls = (by === "mailed") === (way === "first");
  return (
    <th scope="col" className={className} aria-sort={way ? (falls ? "descending" : "ascending") : "none"}>
      <Link
        href={{ pathname: path, query: { ...(query.q ? { q: query.q } : {}), ...(next ? { sort: next } : {}) } }}
        scroll={false}
      >
        {name}
        {way &&
          (falls ? <IconArrowDown size={14} stroke={1.7} aria-hidden /> : <IconArrowUp size={14} stroke={1.7} aria-hidden />)}
      </Link>
    </th>
  );
}
