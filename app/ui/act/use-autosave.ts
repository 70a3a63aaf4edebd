"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { newerHere, signedOut } from "@/app/ui/words/away";
import type { ActionResult } from "@/lib/actions/create-action";
import type { ErrorCode } from "@/lib/errors/app-error";
import { isNewer, isToBeginAnew, sayNewer, saySignedOut } from "./here";
import { keepTyped } from "./keep-typed";
import { UnknownAct } from "./lost-answer";
import { sentenceOf } from "./sentence-of";

const quietMs = 500;
const shortestWaitMs = 3000;
const longestWaitMs = 60_000;
/** Refused for what goes by, such as a database that starts anew, and not for what was typed. */
const passing = new Set<ErrorCode>(["unexpected", "unavailable", "limited"]);

/**
 * Saves by itself, half a second after the last change; changes made while one is saved are saved after it, in one go.
 * `saved` is the time of the last one, `problem` the sentence of the last that failed and `fields` its sentences by field: what was
 * typed then stays in place.
 * @param name under which what is not saved yet outlives a reload and a sign-in; it is saved when the page is back, and is `found` then.
 */
export function useAutosave<Change extends object>(
  save: (change: Change) => Promise<ActionResult<unknown>>,
  onSaved: () => void,
  name?: string,
) {
  const waiting = useRef<Change | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pause = useRef(shortestWaitMs);
  const running = useRef<Promise<void> | null>(null);
  const again = useRef<() => Promise<void>>(async () => {});
  const doing = useRef({ save, onSaved });
  doing.current = { save, onSaved };
  const [saved, setSaved] = useState<Date | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);
  const [found, setFound] = useState<Change | null>(null);

  const drain = useCallback(async () => {
    const tryLater = (change: Change, why: string, waitMs: number) => {
      waiting.current = { ...change, ...(waiting.current ?? ({} as Change)) };
      setProblem(why);
      timer.current = setTimeout(() => void again.current(), waitMs);
    };
    while (waiting.current) {
      const change = waiting.current;
      waiting.current = null;
      try {
        const result = await doing.current.save(change);
        if (result.ok) {
          if (name && !waiting.current) keepTyped.drop(name);
          pause.current = shortestWaitMs;
          setSaved(new Date());
          setProblem(null);
          setFields({});
          // Not from a newer server: the router would load the page as a whole, under the caret.
          if (!isNewer()) doing.current.onSaved();
        } else if (result.error.code === "signed_out") {
          // Trying again changes nothing; once the person is back, it is saved.
          waiting.current = { ...change, ...(waiting.current ?? ({} as Change)) };
          setProblem(signedOut);
          saySignedOut();
          break;
        } else if (passing.has(result.error.code)) {
          tryLater(change, `${sentenceOf(result.error)} Your text stays here; trying again.`, pause.current);
          pause.current = Math.min(pause.current * 2, longestWaitMs);
          break;
        } else {
          // What can be put right is kept until it is.
          if (name && !waiting.current && result.error.code !== "invalid") keepTyped.drop(name);
          setProblem(sentenceOf(result.error));
          setFields(result.error.fields ?? {});
        }
      } catch (error) {
        if (error instanceof UnknownAct) {
          waiting.current = { ...change, ...(waiting.current ?? ({} as Change)) };
          setProblem(newerHere.replace("this was not done", "this is not saved yet"));
          sayNewer();
          break;
        }
        // Kept for the next try: the server is away, not the person.
        tryLater(change, "Not saved: Countersign does not answer. Your text stays here; trying again.", shortestWaitMs);
        break;
      }
    }
    setPending(waiting.current !== null);
  }, [name]);
  /** Saves at once, also what is being saved: whoever waits for it goes on from what is kept. */
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    running.current ??= drain().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [drain]);
  again.current = flush;

  const change = useCallback(
    (next: Change) => {
      waiting.current = { ...(waiting.current ?? ({} as Change)), ...next };
      if (name) keepTyped.write(name, { ...keepTyped.read<Change>(name), ...next });
      setPending(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), quietMs);
    },
    [flush, name],
  );

  useEffect(() => {
    const typed = name ? keepTyped.read<Change>(name) : null;
    if (!typed) return;
    setFound(typed);
    change(typed);
  }, [name, change]);
  useEffect(() => () => void flush(), [flush]);
  useEffect(() => {
    if (!pending) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (isToBeginAnew()) return;
      // Sent at once, so that it is kept even by those who leave all the same.
      void flush();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [pending, flush]);

  return { change, flush, saved, problem, fields, pending, found };
}
