"use client";
import { useLeaves } from "./use-leaves";

type Props = { at: string; asOf: string; timezone: string; className?: string | undefined };

/** Only the time of `useLeaves`, for a place whose words fit both. */
export function LeavesAt({ at, asOf, timezone, className }: Props) {
  const { counts, text } = useLeaves(at, asOf, timezone);
  return (
    <time dateTime={at} className={className}>
      {counts ? `in ${text}` : text}
    </time>
  );
}
