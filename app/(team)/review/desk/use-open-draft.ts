"use client";

import { useCallback, useEffect, useState } from "react";
import { usePrefetch, useViews } from "@/app/ui/views/use-views";
import type { QueueOf } from "@/lib/drafts/review/queue-of";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { DeskRow } from "./queue/use-marks";

/** How many drafts after the open one are read ahead. */
const ahead = 4;

type Given = { rows: DeskRow[]; view: DraftView | null; of: QueueOf };

/** Which draft of the queue is open, what it holds, and which comes next; the address follows. */
export function useOpenDraft({ rows, view, of }: Given) {
  const [current, setCurrent] = useState<string | null>(view?.id ?? null);
  const views = useViews(view, { path: "/api/drafts", name: "draft" });
  const waiting = rows.filter((row) => ["changed", "waits", "warns"].includes(row.state));
  const at = rows.findIndex((row) => row.id === current);
  const next = waiting.find((row) => rows.indexOf(row) > at) ?? waiting.find((row) => row.id !== current);
  const nearby = [current, next?.id, ...rows.slice(at + 1, at + 1 + ahead).map((row) => row.id), rows[at - 1]?.id];
  usePrefetch(
    nearby.filter((id) => id !== undefined && id !== null),
    views.load,
  );

  const show = useCallback(
    (id: string | null) => {
      setCurrent(id);
      history.replaceState(null, "", `/review${id ? `/${id}` : ""}${of ? `?campaign=${of}` : ""}`);
    },
    [of],
  );
  const isWaiting = waiting.some((row) => row.id === view?.id);
  useEffect(() => {
    if (!view) return;
    // The server has chosen: a link inside the page, or Back; or no draft was named, and this one is due first.
    if (location.pathname.endsWith(view.id)) setCurrent(view.id);
    else if (location.pathname === "/review" && isWaiting) show(view.id);
  }, [view, isWaiting, show]);

  return {
    waiting,
    current,
    next,
    view: views.of(current),
    /** Why the open draft cannot be shown. */
    trouble: views.troubleOf(current),
    show,
    /** The draft before or after the open one. */
    beside: (by: 1 | -1) => (at < 0 && by < 0 ? rows.at(-1) : rows[at + by])?.id,
    reload: views.reload,
    forget: views.forget,
  };
}
