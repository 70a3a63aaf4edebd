"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** Where views of one kind are read, and what one is called. */
type Kind = { path: string; name: string };

/**
 * What was looked at or comes next on a page that one walks, such as drafts, so that moving on needs no wait. What the server renders always wins; when it renders anew,
 * everything else may have changed and is asked for again.
 */
export function useViews<View extends { id: string }>(fresh: View | null, { path, name }: Kind) {
  const views = useRef(new Map<string, View>());
  const troubles = useRef(new Map<string, string>());
  const asked = useRef(new Set<string>());
  const [, redraw] = useState(0);
  const seen = useRef<View | null>(null);
  if (seen.current !== fresh) {
    seen.current = fresh;
    asked.current.clear();
    if (fresh) views.current.set(fresh.id, fresh);
  }

  const load = useCallback(
    async (id: string) => {
      if (asked.current.has(id)) return;
      asked.current.add(id);
      const read = await readView<View>(id, { path, name });
      if ("view" in read) {
        views.current.set(id, read.view);
        troubles.current.delete(id);
      } else {
        asked.current.delete(id);
        troubles.current.set(id, read.trouble);
      }
      redraw((count) => count + 1);
    },
    [path, name],
  );
  /** Shows what one holds now, whatever was kept of it. */
  const reload = useCallback(
    (id: string) => {
      asked.current.delete(id);
      return load(id);
    },
    [load],
  );
  const forget = useCallback((id: string) => {
    views.current.delete(id);
    asked.current.delete(id);
  }, []);
  return {
    of: (id: string | null) => (id ? views.current.get(id) : undefined),
    /** Why one cannot be shown. */
    troubleOf: (id: string | null) => (id ? troubles.current.get(id) : undefined),
    load,
    reload,
    forget,
  };
}

async function readView<View>(id: string, { path, name }: Kind): Promise<{ view: View } | { trouble: string }> {
  try {
    const response = await fetch(`${path}/${id}`, { cache: "no-store" });
    const answer = (await response.json()) as View & { error?: { message: string } };
    return response.ok ? { view: answer } : { trouble: answer.error?.message ?? `This ${name} could not be read.` };
  } catch {
    return { trouble: `Countersign does not answer. The ${name} is shown as soon as it does.` };
  }
}

/** Asks for what comes next while the person reads. */
export function usePrefetch(ids: string[], load: (id: string) => Promise<void>) {
  const key = ids.join(" ");
  useEffect(() => {
    for (const id of key.split(" ").filter(Boolean)) void load(id);
  }, [key, load]);
}
