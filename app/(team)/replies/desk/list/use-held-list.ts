"use client";

import { useEffect, useRef, useState } from "react";
import type { ThreadList } from "@/lib/threads/thread";
import { countNew } from "./count-new";
import { holdList } from "./hold-list";

/** The list that holds still while pointer or focus is on its `box`, how many are new meanwhile, and what shows them. */
export function useHeldList(latest: ThreadList) {
  const [shown, setShown] = useState(latest);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever was on it before the page came alive has entered it unheard.
    if (box.current?.contains(document.activeElement)) setFocused(true);
    if (box.current?.matches(":hover") && matchMedia("(hover: hover)").matches) setPointed(true);
  }, []);
  useEffect(() => {
    setShown((before) => (isSame(before, latest) ? holdList(before, latest, held) : latest));
  }, [latest, held]);
  // Another filter is another list, from its first rendering on.
  const list = isSame(shown, latest) ? shown : latest;
  return {
    list,
    fresh: countNew(list, latest),
    /** Reads it anew: unread ones first again. */
    readAnew: () => setShown(latest),
    /** What one does with the row that has the focus may take it away: the next one gets it. */
    isFocused: focused,
    box,
    holding: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: React.FocusEvent) => setFocused(event.currentTarget.contains(event.relatedTarget)),
    },
  };
}

const isSame = (one: ThreadList, other: ThreadList) => one.filter === other.filter && one.mailboxId === other.mailboxId;
