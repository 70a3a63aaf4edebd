"use client";

import { useEffect, useRef } from "react";
import type { ThreadView } from "@/lib/answers/thread-view";
import { seeThreadAction } from "../thread-actions";
import { phone } from "./phone";

/** Whoever walks past has not read it. */
const lookMs = 300;

/** Says of the open thread that it was looked at, once for all that stands in it. On a phone the list alone shows none. */
export function useSeen(view: ThreadView | undefined, isOpened: boolean, markRead: (id: string, at: string) => void) {
  const told = useRef(new Set<string>());
  const mark = useRef(markRead);
  mark.current = markRead;
  const { id, version } = view ?? {};
  const newest = view?.letters.findLast((letter) => letter.side === "theirs")?.at;
  useEffect(() => {
    const key = `${id} ${version}`;
    if (!id || told.current.has(key)) return;
    const timer = setTimeout(async () => {
      if (document.visibilityState !== "visible" || (!isOpened && matchMedia(phone).matches)) return;
      told.current.add(key);
      const result = await seeThreadAction({ threadId: id }).catch(() => null);
      // Without an answer it stays unread, and the next look says so again.
      if (!result?.ok) told.current.delete(key);
      else if (newest) mark.current(id, newest);
    }, lookMs);
    return () => clearTimeout(timer);
  }, [id, version, isOpened, newest]);
}
