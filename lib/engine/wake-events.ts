import type { Beating } from "./beats";

/** What each is woken by; the functions of these names have it as their second trigger. They are of no team and carry nothing. */
export const wakeEvents = { sweep: "engine/sweep", poll: "engine/poll" } as const satisfies Record<Beating, string>;
