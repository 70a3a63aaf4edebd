"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Aids } from "@/lib/answers/aids/read-aids";
import { readAidsAction } from "../model-actions";

/** What helps to answer in a thread, read once it is wanted. `failed`: it could not be read; asking again may help. */
export function useAids(threadId: string, wanted: boolean) {
  const [aids, setAids] = useState<Aids | null>(null);
  const [failed, setFailed] = useState(false);
  const busy = useRef(false);
  const ask = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const result = await readAidsAction({ threadId }).catch(() => null);
    busy.current = false;
    setFailed(!result?.ok);
    if (result?.ok) setAids(result.data);
  }, [threadId]);
  useEffect(() => {
    if (wanted) void ask();
  }, [wanted, ask]);
  return { aids, failed, ask };
}
