import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { type DayLane, readDay } from "./read-day";
import { type Jobs, readJobs } from "./read-jobs";
import { type FourWeeks, readWeeks } from "./read-weeks";

export type Today = { jobs: Jobs; lanes: DayLane[]; weeks: FourWeeks };

/** The start page: what waits for a person, what leaves today, the last four weeks. */
export function readToday(member: Member, now: Date): Promise<Today> {
  return withTeam({ teamId: member.teamId, memberId: member.memberId }, async (tx) => ({
    jobs: await readJobs(tx, member.timezone, now),
    lanes: await readDay(tx, member.timezone, now),
    weeks: await readWeeks(tx, member.timezone, now),
  }));
}
