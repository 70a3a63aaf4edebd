"use client";

/** Whether what was typed is kept: "Saving", then "Saved 12:38". Before the first change it says nothing. */
export function SavedWord({
  pending,
  saved,
  className,
}: {
  pending: boolean;
  saved: Date | null;
  className?: string | undefined;
}) {
  const at = saved?.toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit" });
  return (
    <span className={className} role="status">
      {pending ? "Saving" : at ? `Saved ${at}` : ""}
    </span>
  );
}
