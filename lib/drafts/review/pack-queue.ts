import type { QueueRow, ReviewQueue } from "./read-review-queue";

/** A queue whose rows are one text: what stands in a page is written twice, and five hundred rows with their names were most of it. */
export type PackedQueue = Omit<ReviewQueue, "rows"> & { rows: string };

const states = ["waits", "warns", "signed", "changed"] as const satisfies readonly QueueRow["state"][];

export function packQueue({ rows, ...queue }: ReviewQueue): PackedQueue {
  const lines = rows.map(({ id, version, state, signedAt, hand, name, subject }) =>
    [id, version ?? "", states.indexOf(state), signedAt ?? "", hand ?? "", name, subject]
      .map((part) => String(part).replace(/[\t\n]/g, " "))
      .join("\t"),
  );
  return { ...queue, rows: lines.join("\n") };
}

export function unpackQueue({ rows, ...queue }: PackedQueue): ReviewQueue {
  return { ...queue, rows: rows === "" ? [] : rows.split("\n").map(unpackRow) };
}

function unpackRow(line: string): QueueRow {
  const [id = "", version = "", state = "", signedAt = "", hand = "", name = "", subject = ""] = line.split("\t");
  return {
    id,
    version: version || null,
    state: states[Number(state)] ?? "waits",
    signedAt: signedAt || null,
    hand: hand || null,
    name,
    subject,
  };
}
