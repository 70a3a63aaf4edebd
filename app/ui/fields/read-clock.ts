/**
 * A time as people type it: "9", "9:00", "09.30", "0930", "24:00".
 * @returns "09:00", or null for what is no time.
 */
export function readClock(written: string): string | null {
  const parts = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*h?\s*$/i.exec(written);
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
