"use client";

type Props = { pending: boolean; saved: Date | null; timeZone?: string; className?: string | undefined };

/** Whether what was typed is kept: "Saving", then "Saved 12:38". Before the first change it says nothing. Without a zone: the browser's. */
export function SavedWord({ pending, saved, timeZone, className }: Props) {
  const at = saved?.toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", ...(timeZone ? { timeZone } : {}) });
  return (
    <span className={className} role="status">
      {pending ? "Saving" : at ? `Saved ${at}` : ""}
    </span>
  );
}
