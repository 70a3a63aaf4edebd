"use client";
import { createContext, type ReactNode, useContext } from "react";

const Zone = createContext<string | null>(null);

/** The clock of the page: the zone in which everything below says its times. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>;
}

/** Of the page; outside of a team's pages, where nobody is known, the browser's. */
export const useZone = (): string => useContext(Zone) ?? zoneOfBrowser();

/** "Europe/Berlin", as the browser names where it is. */
export const zoneOfBrowser = (): string => new Intl.DateTimeFormat("en").resolvedOptions().timeZone;
