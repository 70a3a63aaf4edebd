"use client";

import { useEffect, useRef, useState } from "react";
import { isToBeginAnew } from "@/app/ui/act/here";

/**
 * Keeps a person from losing words they have not kept: moving to another draft, a link and closing the page ask first.
 * `asked` grows each time somebody tried to leave.
 */
export function useUnsaved(editing: boolean) {
  const unsaved = useRef(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!editing) {
      unsaved.current = false;
      return;
    }
    const onLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || !unsaved.current || isToBeginAnew() || event.metaKey || event.ctrlKey || link.closest("[contenteditable]"))
        return;
      event.preventDefault();
      event.stopPropagation();
      setAsked((times) => times + 1);
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (unsaved.current && !isToBeginAnew()) event.preventDefault();
    };
    document.addEventListener("click", onLink, { capture: true });
    window.addEventListener("beforeunload", onClose);
    return () => {
      document.removeEventListener("click", onLink, { capture: true });
      window.removeEventListener("beforeunload", onClose);
    };
  }, [editing]);
  const mayLeave = () => {
    if (!unsaved.current) return true;
    setAsked((times) => times + 1);
    return false;
  };
  return { unsaved, asked, mayLeave };
}
