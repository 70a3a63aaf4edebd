"use client";

import { useEffect } from "react";

/** The title of a page on which one walks: the server says only what was open when it made the page. */
export function useTitle(name: string | undefined, section: string) {
  useEffect(() => {
    if (name) document.title = `${name} · ${section} · Countersign`;
  }, [name, section]);
}
