"use client";

import { useEffect, useState } from "react";
import type { OutsideLetter } from "@/lib/answers/outside/read-outside";
import type { ThreadView } from "@/lib/answers/thread-view";

/** What was written in a thread from Outlook, as soon as its mailbox tells; nothing until then, and where it does not. */
export function useOutside({ id, version, mailbox: { canRead } }: ThreadView): OutsideLetter[] {
  const [found, setFound] = useState<{ of: string; letters: OutsideLetter[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they wrote since may have been answered there, too.
  useEffect(() => {
    if (!canRead) return;
    const asking = new AbortController();
    askOutside(id, asking.signal).then((letters) => letters && setFound({ of: id, letters }));
    return () => asking.abort();
  }, [id, version, canRead]);
  return found?.of === id ? found.letters : [];
}

async function askOutside(threadId: string, signal: AbortSignal): Promise<OutsideLetter[] | null> {
  try {
    const response = await fetch(`/api/threads/${threadId}/outside`, { cache: "no-store", signal });
    return response.ok ? ((await response.json()) as OutsideLetter[]) : null;
  } catch {
    return null;
  }
}
