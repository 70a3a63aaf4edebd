"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { holdRequests } from "./hold-requests";

/** `since`: when the server was last heard of, while the line is down; null while it is up. */
export type Connection = { since: Date | null; nextTry: Date | null; tryNow: () => void };

const Line = createContext<Connection>({ since: null, nextTry: null, tryNow: () => {} });
export const useConnection = () => useContext(Line);

const quietMs = 300;
/** The server is heard of every 5 s; a line that is open and silent for longer is as good as cut. */
const silenceMs = 12_000;
const shortestWaitMs = 2000;
const longestWaitMs = 15_000;

/** An answer that is no stream may mean that the session has ended; loading the page anew then leads to sign-in. */
async function leaveIfSignedOut() {
  const answer = await fetch("/api/live", { method: "HEAD" }).catch(() => null);
  if (answer?.status === 401) location.reload();
}

/** Keeps every page true: one stream of changes, and the page is read again when something changed. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [down, setDown] = useState<{ since: Date; nextTry: Date | null } | null>(null);
  const retry = useRef(() => {});
  useEffect(() => {
    let source: EventSource | undefined;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let next: ReturnType<typeof setTimeout> | undefined;
    let waitMs = shortestWaitMs;
    let heardAt = new Date();
    const held = holdRequests();
    let up = false;
    const refresh = () => {
      clearTimeout(quiet);
      // Never while the server is away: the router then leaves the page for one that is not there.
      quiet = setTimeout(() => up && router.refresh(), quietMs);
    };
    const heard = () => {
      up = true;
      heardAt = new Date();
      waitMs = shortestWaitMs;
      setDown(null);
      held.release();
      clearTimeout(silence);
      silence = setTimeout(lost, silenceMs);
    };
    const lost = () => {
      up = false;
      if (source?.readyState === EventSource.CLOSED) void leaveIfSignedOut();
      source?.close();
      clearTimeout(silence);
      clearTimeout(next);
      next = setTimeout(connect, waitMs);
      setDown((before) => ({ since: before?.since ?? heardAt, nextTry: new Date(Date.now() + waitMs) }));
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    };
    const connect = () => {
      clearTimeout(next);
      clearTimeout(silence);
      source?.close();
      setDown((before) => before && { ...before, nextTry: null });
      source = new EventSource("/api/live");
      silence = setTimeout(lost, silenceMs);
      source.addEventListener("open", () => {
        heard();
        // What changed after the page was made and before the stream was there has told nobody.
        refresh();
      });
      source.addEventListener("beat", heard);
      source.addEventListener("change", () => {
        heard();
        refresh();
      });
      source.addEventListener("error", lost);
    };
    // A page nobody looks at holds no line: browsers open six to a server, so a seventh tab would wait for ever.
    const seen = () => {
      if (document.visibilityState === "visible") return connect();
      source?.close();
      clearTimeout(silence);
      clearTimeout(next);
    };
    retry.current = connect;
    seen();
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("offline", lost);
    window.addEventListener("online", seen);
    return () => {
      for (const timer of [quiet, silence, next]) clearTimeout(timer);
      source?.close();
      held.end();
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", seen);
    };
  }, [router]);
  return (
    <Line value={{ since: down?.since ?? null, nextTry: down?.nextTry ?? null, tryNow: () => retry.current() }}>{children}</Line>
  );
}
