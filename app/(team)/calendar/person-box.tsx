"use client";

import { useRouter } from "next/navigation";
import { SearchField } from "@/app/ui/search/search-field";
import type { ScheduledFilter } from "@/lib/scheduled/scheduled";
import { addressOf } from "./address";
import classes from "./calendar.module.css";

/** Finds a person's mails; who is looked for stands in the address. */
export function PersonBox({ filter }: { filter: ScheduledFilter }) {
  const router = useRouter();
  return (
    <SearchField
      label="A person"
      value={filter.person}
      className={classes.person}
      onAsk={(person) => router.replace(addressOf(filter, { person }), { scroll: false })}
    />
  );
}
