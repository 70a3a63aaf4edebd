import type { Role } from "@/db/schema/words";
import type { StopSeen } from "../shown/read-stop";

/** What the frame around every page shows. Instants are ISO texts, so that it can be handed to the browser. */
export type ShellData = {
  /** When it was read. */
  asOf: string;
  team: { name: string; timezone: string };
  person: { name: string; email: string; role: Role };
  /** Counts beside the navigation; zero is not shown. */
  toReview: number;
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
    next: { at: string; name: string; mailbox: string; campaignId: string | null } | null;
  };
};
