"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { OtherHere } from "@/lib/threads/presence/other-here";
import { beHereAction } from "../presence-actions";

const everyMs = 5000;
/** Keys follow each other faster than anybody needs to hear of them. */
const typingEveryMs = 4000;

/**
 * Tells the server that this person has a thread open, as long as the page is seen, and who else has it open. `tellTyping` is called with every key
 * of an answer. What cannot be told now is told with the next beat; who was there then is forgotten, since nobody knows.
 */
export function usePresence(threadId: string | null): { others: OtherHere[]; tellTyping: () => void } {
  const [here, setHere] = useState<{ threadId: string; others: OtherHere[] } | null>(null);
  const told = useRef({ threadId: "", at: 0 });
  const tell = useCallback(async (id: string, typing: boolean) => {
    const result = await beHereAction({ threadId: id, typing }).catch(() => null);
    setHere(result?.ok ? { threadId: id, others: result.data.others } : null);
  }, []);
  useEffect(() => {
    if (!threadId) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    const look = () => {
      clearInterval(timer);
      if (document.visibilityState === "hidden") return;
      void tell(threadId, false);
      timer = setInterval(() => void tell(threadId, false), everyMs);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [threadId, tell]);
  const tellTyping = useCallback(() => {
    if (!threadId) return;
    const at = performance.now();
    if (told.current.threadId === threadId && at - told.current.at < typingEveryMs) return;
    told.current = { threadId, at };
    void tell(threadId, true);
  }, [threadId, tell]);
  return { others: here && here.threadId === threadId ? here.others : [], tellTyping };
}
