"use client";

import { sayClock } from "@/app/ui/words/clock";
import { useZone } from "@/app/ui/words/zone";

type Props = { pending: boolean; saved: Date | null; className?: string | undefined };

/** Whether what was typed is kept: "Saving", then "Saved 12:38" on the clock of the page. Before the first change it says nothing. */
export function SavedWord({ pending, saved, className }: Props) {
  const zone = useZone();
  return (
    <span className={className} role="status">
      {pending ? "Saving" : saved ? `Saved ${sayClock(saved, zone)}` : ""}
    </span>
  );
}
