import type { ThreadState } from "@/db/schema/words";

/** Where a thread stands, as somebody had it before their eyes. `snoozedUntil` is an ISO text; `version` counts what of theirs it holds. */
export type Stand = { state: ThreadState; assignedTo: string | null; snoozedUntil: string | null; version: number };

/** What taking an act back needs: how the thread stood before it, and how the act left it. */
export type Before = { was: Stand; made: Stand };
