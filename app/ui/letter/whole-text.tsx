"use client";

import { useEffect, useState } from "react";
import { nothingChanged } from "@/app/ui/words/away";
import classes from "./whole-text.module.css";

/** So many letters of a message are kept. */
const mostKept = 500;

type Read = { text: string } | { trouble: string };

/** The words of a message: what is kept of it at once, and the whole as soon as its mailbox gives it. No image of theirs is ever asked for. */
export function WholeText({ messageId, snippet, isThere }: { messageId: string; snippet: string; isThere: boolean }) {
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (!isThere) return;
    const asking = new AbortController();
    readText(messageId, asking.signal).then((answer) => answer && setRead(answer));
    return () => asking.abort();
  }, [messageId, isThere]);
  const whole = read && "text" in read && read.text.trim() ? read.text.trim() : null;
  const waits = isThere && !read;
  const silence = waits ? "Reading it from the mailbox…" : read && "trouble" in read ? null : "No words in it.";
  return (
    <>
      <div className={classes.text} aria-busy={waits}>
        {whole ?? ((snippet && `${snippet}${waits && snippet.length >= mostKept ? "…" : ""}`) || silence)}
      </div>
      {read && "trouble" in read && (
        <p className={classes.trouble} role="alert">
          {read.trouble}
        </p>
      )}
    </>
  );
}

async function readText(messageId: string, signal: AbortSignal): Promise<Read | null> {
  try {
    const response = await fetch(`/api/messages/${messageId}`, { cache: "no-store", signal });
    const answer = (await response.json()) as { text?: string; error?: { message: string } };
    return response.ok ? { text: answer.text ?? "" } : { trouble: answer.error?.message ?? "Its text could not be read." };
  } catch {
    return signal.aborted ? null : { trouble: nothingChanged };
  }
}
