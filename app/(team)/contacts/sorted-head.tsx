import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import Link from "next/link";
import { LinkBusy } from "@/app/ui/loading/link-busy";

type Props = {
  path: string;
  query: { q?: string | undefined; sort?: string | undefined };
  by: string;
  name: string;
  className?: string | undefined;
  /** A date: it begins with the newest. */
  newest?: boolean;
};

/** A column's head that sorts by it: first one way, then the other, then as before. Dates begin with the newest. */
export function SortedHead({ path, query, by, name, className, newest = false }: Props) {
  const way = query.sort === by ? "first" : query.sort === `-${by}` ? "other" : null;
  const next = way === null ? by : way === "first" ? `-${by}` : undefined;
  const falls = newest === (way === "first");
  return (
    <th scope="col" className={className} aria-sort={way ? (falls ? "descending" : "ascending") : "none"}>
      <Link
        href={{ pathname: path, query: { ...(query.q ? { q: query.q } : {}), ...(next ? { sort: next } : {}) } }}
        scroll={false}
      >
        {name}
        <LinkBusy />
        {way &&
          (falls ? <IconArrowDown size={14} stroke={1.7} aria-hidden /> : <IconArrowUp size={14} stroke={1.7} aria-hidden />)}
      </Link>
    </th>
  );
}
