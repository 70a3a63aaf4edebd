import { nameStanding, type Standing } from "@/lib/campaigns/words/name-standing";
import type { ContactRow } from "@/lib/contacts/read-contacts";
import { showAddress } from "@/lib/mail/sound-address";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay, formatTime } from "@/lib/schedule/words/format-time";

/** A contact as the table shows it, in words. */
export type RowView = {
  id: string;
  name: string;
  email: string;
  company: string;
  standing: Standing | null;
  mailed: string | null;
  archived: string | null;
  added: { how: string; where: string } | null;
};

export function viewRow(row: ContactRow, timeZone: string, now: Date): RowView {
  const reader = { now: toTemporal(now), timeZone };
  const { added } = row;
  return {
    id: row.id,
    name: row.name ?? showAddress(row.email),
    email: showAddress(row.email),
    company: row.company ?? "",
    standing: nameStanding(row),
    mailed: row.lastSentAt ? formatDay(toTemporal(row.lastSentAt), reader) : null,
    archived: row.archivedAt ? formatTime(toTemporal(row.archivedAt), reader) : null,
    added: added && {
      how: added.fileName ?? "by hand",
      where: added.line === null ? formatTime(toTemporal(added.at), reader) : `line ${added.line.toLocaleString("en")}`,
    },
  };
}
