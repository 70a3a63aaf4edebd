"use client";
import { useEffect, useRef, useState } from "react";
import { sayAhead } from "@/app/ui/words/clock";
import { formatCountdown } from "@/lib/schedule/words/format-duration";
import { useConnection } from "./live-provider";

/** Above an hour a running second says nothing. */
const longestCountMs = 3_600_000;

export type Leaves = { counts: boolean; today: boolean; text: string };

/**
 * When a mail leaves: a countdown "0:42" in the last hour (`counts`), before it and while the line is down a time on the clock.
 * @param asOf when the server made the page. Time runs on from there, so a browser whose clock is wrong counts right.
 */
export function useLeaves(at: string, asOf: string, timezone: string): Leaves {
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
  const left = Date.parse(at) - now;
  const clock = sayAhead(new Date(at), new Date(now), timezone);
  const today = !clock.includes(" ");
  if (since !== null || left > longestCountMs) return { counts: false, today, text: clock };
  return { counts: true, today, text: formatCountdown(Math.round(left / 1000)) };
}
