"use client";

import { useEffect, useState } from "react";

/** How long until something leaves, second by second; silent, since the words beside it were spoken. */
export function LeavesIn({ at }: { at: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((at - now) / 1000);
  return (
    <span role="timer" aria-live="off">
      {seconds > 0 ? `leaves in ${seconds} s` : "leaves now"}
    </span>
  );
}
