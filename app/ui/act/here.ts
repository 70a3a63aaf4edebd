import { useSyncExternalStore } from "react";

/** What stands between this page and its server: a newer one (`build`: which, where it told), or that the session has ended. */
export type Here = { newer: boolean; build: string | null; signedOut: boolean };

const fine: Here = { newer: false, build: null, signedOut: false };
let here = fine;
const listeners = new Set<() => void>();

function put(some: Partial<Here>) {
  here = { ...here, ...some };
  for (const listener of listeners) listener();
}

export function sayNewer(build: string | null = here.build) {
  if (!here.newer || build !== here.build) put({ newer: true, build });
}
export function saySignedOut() {
  if (!here.signedOut) put({ signedOut: true });
}
/** A page that begins anew has its session, and is as new as its server. */
export function beginHere() {
  if (here !== fine) put(fine);
}
/** Whether the page is to begin anew, with what was typed: leaving it loses nothing. */
export const isToBeginAnew = () => here.newer || here.signedOut;
export const isNewer = () => here.newer;

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHere(): Here {
  return useSyncExternalStore(
    listen,
    () => here,
    () => fine,
  );
}
