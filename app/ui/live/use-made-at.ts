import { useCallback, useLayoutEffect, useRef } from "react";

/** How long a page may be on its way after it was made. */
const onItsWayMs = 3000;
const useBrowserEffect = typeof window === "undefined" ? () => {} : useLayoutEffect;

/**
 * When what is shown was made, by the server's clock, in milliseconds: with the frame, or later, when one went on to another page. That one says no
 * time, so it is reckoned from the frame's. Going back may show a page of any age: then nobody knows, which is not a number. @param asOf when
 * the frame was made, an ISO text.
 */
export function useMadeAt(asOf: string, path: string): () => number {
  const frame = useRef({ asOf: Number.NaN, at: 0 });
  const page = useRef({ path, madeAt: Number.NEGATIVE_INFINITY });
  const isBack = useRef(false);
  useBrowserEffect(() => {
    frame.current = { asOf: new Date(asOf).getTime(), at: performance.now() };
  }, [asOf]);
  useBrowserEffect(() => {
    const wentBack = () => {
      isBack.current = true;
    };
    window.addEventListener("popstate", wentBack);
    return () => window.removeEventListener("popstate", wentBack);
  }, []);
  useBrowserEffect(() => {
    if (page.current.path === path) return;
    const { asOf: then, at } = frame.current;
    page.current = { path, madeAt: isBack.current ? Number.NaN : then + (performance.now() - at) - onItsWayMs };
    isBack.current = false;
  }, [path]);
  // A frame that was made later than the page was gone back to has the page read anew with it.
  return useCallback(() => Math.floor(Math.max(frame.current.asOf, page.current.madeAt)), []);
}
