"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import classes from "./live-provider.module.css";

/** Since when the line is down, or null while it is up. */
const Offline = createContext<Date | null>(null);
export const useOfflineSince = () => useContext(Offline);

const quietMs = 300;

/** Keeps every page true: one stream of changes, and the page is read again when something changed. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource("/api/live");
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), quietMs);
    };
    source.addEventListener("change", refresh);
    source.addEventListener("open", () => {
      setSince(null);
      // What changed after the page was made and before the stream was there has told nobody.
      refresh();
    });
    source.addEventListener("error", () => setSince((down) => down ?? new Date()));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [router]);
  return (
    <Offline value={since}>
      {since && (
        <div className={classes.banner} role="alert">
          <strong>Connection lost at {clock(since)}.</strong> Sending goes on without this page; what you see is as of then.
        </div>
      )}
      {children}
    </Offline>
  );
}

function clock(at: Date) {
  return at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
