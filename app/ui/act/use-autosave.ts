"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/create-action";
import { sentenceOf } from "./sentence-of";

const quietMs = 500;

/**
 * Saves by itself, half a second after the last change; changes made while one is saved are saved after it, in one go.
 * `saved` is the time of the last one, `problem` the sentence of the last that failed and `fields` its sentences by field: what was
 * typed then stays in place.
 */
export function useAutosave<Change extends object>(
  save: (change: Change) => Promise<ActionResult<unknown>>,
  onSaved: () => void,
) {
  const waiting = useRef<Change | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const busy = useRef(false);
  const doing = useRef({ save, onSaved });
  doing.current = { save, onSaved };
  const [saved, setSaved] = useState<Date | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (busy.current) return;
    busy.current = true;
    while (waiting.current) {
      const change = waiting.current;
      waiting.current = null;
      try {
        const result = await doing.current.save(change);
        if (result.ok) {
          setSaved(new Date());
          setProblem(null);
          setFields({});
          doing.current.onSaved();
        } else {
          setProblem(sentenceOf(result.error));
          setFields(result.error.fields ?? {});
        }
      } catch {
        // Kept for the next try: the server is away, not the person.
        waiting.current = { ...change, ...(waiting.current ?? ({} as Change)) };
        setProblem("Not saved: Countersign does not answer. Your text stays here; trying again.");
        timer.current = setTimeout(() => void flush(), 3000);
        break;
      }
    }
    busy.current = false;
    setPending(waiting.current !== null);
  }, []);

  const change = useCallback(
    (next: Change) => {
      waiting.current = { ...(waiting.current ?? ({} as Change)), ...next };
      setPending(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quietMs);
    },
    [flush],
  );

  useEffect(() => () => void flush(), [flush]);
  useEffect(() => {
    if (!pending) return;
    const warn = (event: BeforeUnloadEvent) => {
      // Sent at once, so that it is kept even by those who leave all the same.
      void flush();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [pending, flush]);

  return { change, flush, saved, problem, fields, pending };
}
