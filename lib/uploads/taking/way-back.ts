import { keptDays } from "../tidy-files";

type Row = { finishedAt: Date | null; status: string | null; taking: string | null; takenAt: Date | null };

/** Until when an import can be taken back, or what was taken back be brought back; null where it has not ended. */
export function openUntil({ finishedAt, takenAt, taking }: Row): Date | null {
  const from = taking ? takenAt : finishedAt;
  return from && new Date(from.getTime() + keptDays * 86_400_000);
}

/** What can be done with an import: 'take' and 'bring' back, or nothing, because it is under way or its days are over. */
export function wayBack(row: Row, now: Date): "take" | "bring" | "under way" | "over" | "none" {
  if (row.taking === "taking" || row.taking === "bringing") return "under way";
  const until = openUntil(row);
  if (!until || row.status === "pending" || row.status === "processing") return "none";
  if (until <= now) return "over";
  return row.taking === "taken" ? "bring" : "take";
}
