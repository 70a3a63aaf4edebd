import Link from "next/link";
import { LinkBusy } from "@/app/ui/loading/link-busy";
import type { EntryKind } from "@/lib/suppressions/entries/read-entries";
import classes from "./suppressed.module.css";

const kinds: [EntryKind | undefined, string][] = [
  [undefined, "All"],
  ["address", "Addresses"],
  ["domain", "Domains"],
  ["wildcard", "Wildcards"],
];

type Props = { path: string; query: { q?: string | undefined; kind?: EntryKind | undefined } };

/** Which kind of entries is shown. */
export function Kinds({ path, query }: Props) {
  return (
    <nav className={classes.kinds} aria-label="Which entries">
      {kinds.map(([kind, name]) => (
        <Link
          key={name}
          href={{ pathname: path, query: { ...(query.q ? { q: query.q } : {}), ...(kind ? { kind } : {}) } }}
          aria-current={query.kind === kind ? "page" : undefined}
          scroll={false}
        >
          {name}
          <LinkBusy />
        </Link>
      ))}
    </nav>
  );
}
