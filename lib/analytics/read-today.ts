import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { hasRight } from "../auth/rights";
import { type NextMail, readNextMails } from "../campaigns/read/read-next-mails";
import { shareReading } from "../live/share-reading";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { forecastHandToSign } from "./forecast-hand-to-sign";
import { forecastToSign } from "./forecast-to-sign";
import { type Complaint, readComplaints } from "./read-complaints";
import { type DayLane, readDay } from "./read-day";
import { readHandLane } from "./read-hand-lane";
import { type Jobs, readJobs } from "./read-jobs";
import { readUnplaced, type Unplaced } from "./read-unplaced";
import { type FourWeeks, readWeeks } from "./read-weeks";

/** What mailboxes told that waits for nobody's work of the day, and is worth knowing. */
export type Heard = { complaints: Complaint[]; unplaced: Unplaced[] };
export type Today = { jobs: Jobs; lanes: DayLane[]; weeks: FourWeeks; next: NextMail | null; heard: Heard };

/** The start page: what waits for a person, what leaves today, the last four weeks. */
export function readToday(member: Member, now: Date): Promise<Today> {
  return withTeam(member, async (tx) => {
    const end = toDate(localDay({ timeZone: member.teamTimezone }, toTemporal(now)).end);
    const toSign = [...(await forecastToSign(tx, end, now)), ...(await forecastHandToSign(tx, end, now))];
    return {
      jobs: await readJobs(tx, toSign),
      lanes: [
        ...(await readDay(tx, member.teamTimezone, now, toSign)),
        ...(await readHandLane(tx, member.teamTimezone, now, toSign)),
      ],
      weeks: await readWeeks(tx, member.teamTimezone, now),
      heard: {
        complaints: hasRight(member.role, "team:manage") ? await readComplaints(tx, now) : [],
        unplaced: await readUnplaced(tx),
      },
      next: (await readNextMails(tx, {}, 1))[0] ?? null,
    };
  });
}

/** The same, read once for all of a team who ask: what it shows depends on their role and the team's zone alone. */
export const shareToday = (member: Member, now: Date): Promise<Today> =>
  shareReading(member.teamId, `today ${member.role} ${member.teamTimezone}`, () => readToday(member, now));
