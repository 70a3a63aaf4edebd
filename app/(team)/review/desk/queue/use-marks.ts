"use client";

import { useEffect, useRef, useState } from "react";
import type { QueueRow, ReviewQueue } from "@/lib/drafts/review/read-review-queue";

/** `signing` and `taking` (back) until the server has said so: nothing looks signed that is not, nor unsigned. */
export type DeskRow = Omit<QueueRow, "state"> & { state: QueueRow["state"] | "signing" | "taking" };
type As = "signing" | "taking" | "signed" | "rejected" | "waits";
const underWay: readonly (As | undefined)[] = ["signing", "taking"];

/** As long as a mark of ours outlives what the server says: a page rendered before the action ended may still come. */
const markMs = 4000;

/** The rows of the queue with what was done in this moment, before the server has read them anew. */
export function useMarks(queue: ReviewQueue) {
  const [marks, setMarks] = useState<ReadonlyMap<string, { as: As; at: number }>>(new Map());
  const served = useRef(queue);
  useEffect(() => {
    if (served.current === queue) return;
    served.current = queue;
    setMarks((before) => new Map([...before].filter(([, mark]) => underWay.includes(mark.as) || Date.now() - mark.at < markMs)));
  }, [queue]);
  const mark = (ids: string[], as: As | null) =>
    setMarks((before) => {
      const after = new Map(before);
      for (const id of ids) as ? after.set(id, { as, at: Date.now() }) : after.delete(id);
      return after;
    });
  const rows = queue.rows
    .map((row): DeskRow => {
      const as = marks.get(row.id)?.as;
      if (as === "taking") return { ...row, state: "taking" };
      if (as === "signing" && row.state !== "signed") return { ...row, state: "signing" };
      if (as === "signed" && row.state !== "signed") return { ...row, state: "signed", signedAt: "now" };
      if (as === "waits" && row.state === "signed") return { ...row, state: "waits", signedAt: null };
      return row;
    })
    .filter((row) => marks.get(row.id)?.as !== "rejected");
  return { rows, mark, isUnderWay: (id: string) => underWay.includes(marks.get(id)?.as) };
}
