"use client";
import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useTransition } from "react";
import { beginHere, isNewer, sayNewer, saySignedOut } from "@/app/ui/act/here";
import { keepTyped } from "@/app/ui/act/keep-typed";
import type { Frame } from "@/lib/shell/shell-data";
import { holdRequests } from "./hold-requests";
import { watchTyping } from "./may-reload";
import { paced } from "./paced";
import { topicsOf } from "./topics-of";
import { useMadeAt } from "./use-made-at";

/** `since`: when the server was last heard of, while the line is down; null while it is up. */
export type Connection = { since: Date | null; nextTry: Date | null; tryNow: () => void };

const Line = createContext<Connection>({ since: null, nextTry: null, tryNow: () => {} });
export const useConnection = () => useContext(Line);

const Pushed = createContext<Frame | null>(null);
/** What the frame shows now: what this page was served, or what it was told since. */
export function useFrame(served: Frame): Frame {
  const told = useContext(Pushed);
  return told && told.asOf > served.asOf ? told : served;
}

/** The server is heard of every 5 s; a line that is open and silent for longer is as good as cut. */
const silenceMs = 12_000;
const shortestWaitMs = 2000;
const longestWaitMs = 15_000;
const againMs = 300;

/** An answer that is no stream may mean that the session has ended. */
async function leaveIfSignedOut() {
  const answer = await fetch("/api/live", { method: "HEAD" }).catch(() => null);
  if (answer?.status === 401) saySignedOut();
}

/** `asOf`: when the page was made, an ISO text by the server's clock. */
type Props = { memberId: string; build: string; asOf: string; children: ReactNode };

/**
 * Keeps every page true: one stream of what changed of what this page shows, and the page is read again when the stream says so. What the
 * frame shows comes by the stream itself. The stream also tells the server's build: reading anew from another one would load the page as a
 * whole, so it is said instead.
 */
export function LiveProvider({ memberId, build, asOf, children }: Props) {
  const router = useRouter();
  const path = usePathname();
  const topics = topicsOf(path);
  const [reading, startReading] = useTransition();
  const [frame, setFrame] = useState<Frame | null>(null);
  const busy = useRef(reading);
  busy.current = reading;
  const madeAt = useMadeAt(asOf, path);
  // Before anything below reads what was kept.
  const [ownBuild] = useState(() => {
    keepTyped.of(memberId);
    return build;
  });
  const [down, setDown] = useState<{ since: Date; nextTry: Date | null } | null>(null);
  const retry = useRef(() => {});
  const requests = useRef<ReturnType<typeof holdRequests> | null>(null);
  useEffect(() => {
    const held = holdRequests();
    requests.current = held;
    const endTyping = watchTyping();
    beginHere();
    return () => {
      held.end();
      endTyping();
    };
  }, []);
  useEffect(() => {
    let source: EventSource | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let next: ReturnType<typeof setTimeout> | undefined;
    let waitMs = shortestWaitMs;
    let heardAt = new Date();
    let up = false;
    const refresh = paced(() => {
      // Never while the server is away: the router then leaves the page for one that is not there. Never two at once.
      if (!up || isNewer() || document.visibilityState !== "visible") return "not now";
      if (busy.current) return "later";
      startReading(() => router.refresh());
      return "done";
    });
    const heard = () => {
      up = true;
      heardAt = new Date();
      waitMs = shortestWaitMs;
      setDown(null);
      requests.current?.release();
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
      const since = String(madeAt());
      source = new EventSource(`/api/live?${new URLSearchParams({ ...(topics === null ? {} : { topics }), since })}`);
      silence = setTimeout(lost, silenceMs);
      source.addEventListener("open", heard);
      source.addEventListener("beat", (event) => {
        const told = (JSON.parse(event.data) as { build?: string }).build;
        if (told && told !== ownBuild) sayNewer(told);
        heard();
      });
      source.addEventListener("change", (event) => {
        heard();
        requests.current?.turn((JSON.parse(event.data) as { turn?: string }).turn);
        refresh.soon();
      });
      source.addEventListener("frame", (event) => {
        heard();
        setFrame(JSON.parse(event.data) as Frame);
      });
      source.addEventListener("over", () => void leaveIfSignedOut());
      // This process stops as it should. Not all pages at the same moment, and nothing is said unless nobody else answers.
      source.addEventListener("again", () => {
        source?.close();
        clearTimeout(next);
        next = setTimeout(connect, Math.random() * againMs);
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
      for (const timer of [silence, next]) clearTimeout(timer);
      refresh.end();
      source?.close();
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("offline", lost);
      window.removeEventListener("online", seen);
    };
  }, [router, ownBuild, topics, madeAt]);
  return (
    <Line value={{ since: down?.since ?? null, nextTry: down?.nextTry ?? null, tryNow: () => retry.current() }}>
      <Pushed value={frame}>{children}</Pushed>
    </Line>
  );
}
