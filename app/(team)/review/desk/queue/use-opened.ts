"use client";

import { useEffect } from "react";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";

/** What stood before this person's eyes since the page was loaded, each draft in the version it had; another version was not read. */
const opened = new Set<string>();

export const wasOpened = (id: string, version: string) => opened.has(`${id} ${version}`);

/** Notes that a draft is shown. */
export function useOpened(view: Pick<DraftView, "id" | "version"> | undefined) {
  const shown = view && `${view.id} ${view.version}`;
  useEffect(() => {
    if (shown) opened.add(shown);
  }, [shown]);
}
