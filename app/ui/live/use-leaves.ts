"use client";
import { useEffect, useRef, useState } from "react";
import { useConnection } from "./live-provider";
import { type Leaves, sayLeaves } from "./say-leaves";

/**
 * When a mail leaves: a countdown "0:42" in the last hour, before it and while the line is down a time on the clock, and once its minute has come
 * that it leaves now, or why not.
 * @param asOf when the server made the page. Time runs on from there, so a browser whose clock is wrong counts right.
 * @param why what holds it besides, as the server knew it.
 */
export function useLeaves(at: string, asOf: string, timezone: string, why: string | null = null): Leaves {
  const { since } = useConnection();
  const [now, setNow] = useState(() => Date.parse(asOf));
  const base = useRef({ asOf: "", began: 0 });
  useEffect(() => {
    if (base.current.asOf !== asOf) base.current = { asOf, began: performance.now() };
    const tick = () => setNow(Date.parse(asOf) + performance.now() - base.current.began);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [asOf]);
  return sayLeaves({ at: new Date(at), now: new Date(now), timezone, isLost: since !== null, why });
}
