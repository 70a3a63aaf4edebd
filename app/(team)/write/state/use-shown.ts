"use client";

import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { LetterMail } from "@/lib/letters/letter";

/** Whose letter is shown, and whose was: by its hash, so a letter whose text changed since was not seen. `open`: on a phone, its tab. */
export function useShown(mails: LetterMail[], open: boolean) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [seen, setSeen] = useState<Set<string>>(new Set());
  const isNarrow = useMediaQuery("(max-width: 760px)") ?? false;
  const shown = mails.find((mail) => mail.draftId === chosen) ?? mails[0] ?? null;
  const hash = shown && (open || !isNarrow) ? shown.hash : null;
  useEffect(() => {
    if (hash) setSeen((before) => (before.has(hash) ? before : new Set([...before, hash])));
  }, [hash]);
  return {
    shown,
    seen,
    show: setChosen,
    turn: (by: 1 | -1) => {
      const at = shown ? mails.indexOf(shown) : -1;
      const next = mails[(at + by + mails.length) % mails.length];
      if (next) setChosen(next.draftId);
    },
  };
}
