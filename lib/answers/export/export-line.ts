import { instantOf } from "@/db/access/read-rows";
import type { LabelSource, ThreadLabel, ThreadState } from "@/db/schema/words";
import { writeCell } from "../../files/out/csv-cell";

/** A thread, or a message of nobody's, as it stands in the file. Instants are Postgres texts. */
export type ExportedRow = {
  message: string;
  person: string | null;
  address: string | null;
  company: string | null;
  mailbox: string;
  received: string;
  subject: string | null;
  words: string | null;
  label: ThreadLabel | null;
  labelBy: LabelSource | null;
  labelledBy: string | null;
  state: ThreadState | null;
  snoozedUntil: string | null;
  assigned: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  /** The mailbox's standing, and whether it still has the message. */
  status: "connected" | "signed_out" | "removed";
  isThere: boolean;
};

export const exportHead =
  "person,address,company,mailbox,received,subject,first words,label,label by,state,snoozed until,assigned to,answered at,answered by,letter,why no letter\r\n";

const states: Record<ThreadState, string> = { open: "to do", waiting: "waiting for them", snoozed: "snoozed", done: "done" };
const proposals: Record<LabelSource, string> = {
  person: "somebody",
  words: "proposed from the words",
  model: "proposed by the model",
};

/** A line of the file. @param text the words of the letter, where the team keeps it. */
export function exportLine(row: ExportedRow, text: string | undefined): string {
  const cells = [
    row.person,
    row.address,
    row.company,
    row.mailbox,
    isoOf(row.received),
    row.subject,
    row.words,
    row.label,
    row.labelBy && (row.labelBy === "person" && row.labelledBy ? row.labelledBy : proposals[row.labelBy]),
    row.state ? states[row.state] : "nobody’s",
    isoOf(row.snoozedUntil),
    row.assigned,
    isoOf(row.answeredAt),
    row.answeredBy,
    text ?? "not kept",
    text === undefined ? missing(row) : null,
  ];
  return `${cells.map(writeCell).join(",")}\r\n`;
}

/** Why there is no text, the gravest first: of a letter that is nowhere any more it says little that the team keeps none. */
function missing({ isThere, status }: ExportedRow): string {
  if (!isThere) return "no longer in the mailbox";
  if (status !== "connected") return status === "removed" ? "mailbox disconnected" : "mailbox signed out";
  return "not kept by this team";
}

const isoOf = (text: string | null) => (text === null ? null : instantOf(text).toISOString());
