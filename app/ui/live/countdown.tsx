"use client";
import { useEffect, useState } from "react";
import { useOfflineSince } from "./live-provider";

/** Time left until `at` as 0:42, as a clock time in `timezone` while the line is down or more than a day is left. */
export function Countdown({ at, timezone, className }: { at: string; timezone: string; className?: string }) {
  const [now, setNow] = useState<number | null>(null);
  const offline = useOfflineSince();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = now === null ? null : Math.max(0, Math.round((new Date(at).getTime() - now) / 1000));
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: timezone }).format(new Date(at));
  return (
    <span role="timer" className={className}>
      <time dateTime={at}>{left === null || offline || left > 86_400 ? clock : text(left)}</time>
    </span>
  );
}

function text(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
