import type { Role } from "@/db/schema/words";
import type { StopSeen } from "../shown/read-stop";

/** What the frame around every page shows. Instants are ISO texts, so that it can be handed to the browser. */
export type ShellData = {
  /** When it was read. */
  asOf: string;
  /** When it was handed over: it may have been read a moment before, for others. What counts down begins here. */
  toldAt: string;
  team: { name: string; timezone: string; zoneTold: boolean };
  /** `timezone`: in which times are said to them; `ownTimezone`: null where that is the team's. */
  person: { name: string; email: string; role: Role; timezone: string; ownTimezone: string | null };
  /** Counts beside the navigation; zero is not shown. */
  toReview: number;
  /** Threads to do; one more than `mostCounted` where there are more. */
  toAnswer: number;
  brokenSettings: number;
  /** Running ones first. `held`: it runs, but its mailbox is signed out. */
  campaigns: { id: string; name: string; status: "active" | "paused"; held: boolean }[];
  pulse: {
    /** `later`: the next mail leaves on another day of the team. */
    state: "stopped" | "sending" | "later" | "quiet" | "nothing yet";
    stoppedBy: string | null;
    stoppedAt: string | null;
    /** What resuming all acts on; null while nothing is stopped. */
    stop: StopSeen | null;
    sentToday: number;
    plannedToday: number;
    /** `why`: what keeps it, should its minute pass. */
    next: { at: string; name: string; mailbox: string; campaignId: string | null; why: string | null } | null;
  };
};

/** The part that all of a team see alike. */
export type Frame = Omit<ShellData, "team" | "person">;
/** The same as it was read, for all who ask. */
export type ReadFrame = Omit<Frame, "toldAt">;
