"use client";

import { useEffect } from "react";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";

/** What stood before this person's eyes since the page was loaded: of each draft every version, and which one last and when. */
const opened = new Set<string>();
const last = new Map<string, { version: string; at: number }>();

/** Another version was not read. */
export const wasOpened = (id: string, version: string) => opened.has(`${id} ${version}`);

/** The version of a draft that was opened last, if that was after an instant of this page's own clock (performance.now). */
export function openedSince(id: string, at: number): string | null {
  const latest = last.get(id);
  return latest && latest.at > at ? latest.version : null;
}

/** Notes that a draft is shown. */
export function useOpened(view: Pick<DraftView, "id" | "version"> | undefined) {
  const { id, version } = view ?? {};
  useEffect(() => {
    if (id === undefined || version === undefined) return;
    opened.add(`${id} ${version}`);
    last.set(id, { version, at: performance.now() });
  }, [id, version]);
}
