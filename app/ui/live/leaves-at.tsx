"use client";
import { useLeaves } from "./use-leaves";

type Props = { at: string; asOf: string; timezone: string; why?: string | null; className?: string | undefined };

/** What `useLeaves` knows in a few words: "leaves in 0:42", "leaves now", "leaves tomorrow 6:00". */
export function LeavesAt({ at, asOf, timezone, why = null, className }: Props) {
  const leaves = useLeaves(at, asOf, timezone, why);
  return (
    <time dateTime={at} className={className}>
      {leaves.why ?? `leaves ${leaves.counts ? "in " : ""}${leaves.text}`}
    </time>
  );
}
