"use client";

import { useRouter } from "next/navigation";
import { SearchField } from "@/app/ui/search/search-field";
import classes from "./table.module.css";

type Props = {
  path: string;
  search: string;
  sort?: string | undefined;
  kind?: string | undefined;
  label: string;
};

/** What is searched stands in the address, and Enter works without script. */
export function SearchBox({ path, search, sort, kind, label }: Props) {
  const router = useRouter();
  const kept = { ...(sort ? { sort } : {}), ...(kind ? { kind } : {}) };
  return (
    <SearchField
      label={label}
      value={search}
      className={classes.search}
      onAsk={(words) => {
        const query = new URLSearchParams({ ...(words ? { q: words } : {}), ...kept }).toString();
        router.replace(query ? `${path}?${query}` : path, { scroll: false });
      }}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </SearchField>
  );
}
