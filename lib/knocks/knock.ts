import { withSystem } from "@/db/access/with-system";
import type { KnockKind } from "./limits";
import { markKnock } from "./mark-knock";

/** Counts one knock for all processes. @returns the seconds to wait, 0 where it may pass. @param who as the limit counts. */
export function knock(kind: KnockKind, who: string, now: Date): Promise<number> {
  return withSystem("count knocks", (tx) => markKnock(tx, kind, who, now));
}
