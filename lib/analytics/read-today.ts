import { withTeam } from "@/db/access/with-team";
import type { Member } from "../auth/member";
import { type NextMail, readNextMails } from "../campaigns/read/read-next-mails";
import { toDate, toTemporal } from "../schedule/clock/to-temporal";
import { localDay } from "../schedule/local-day";
import { forecastToSign } from "./forecast-to-sign";
import { type DayLane, readDay } from "./read-day";
import { type Jobs, readJobs } from "./read-jobs";
import { type FourWeeks, readWeeks } from "./read-weeks";

export type Today = { jobs: Jobs; lanes: DayLane[]; weeks: FourWeeks; next: NextMail | null };

/** The start page: what waits for a person, what leaves today, the last four weeks. */
export function readToday(member: Member, now: Date): Promise<Today> {
  return withTeam(member, async (tx) => {
    const end = toDate(localDay({ timeZone: member.timezone }, toTemporal(now)).end);
    const toSign = await forecastToSign(tx, end, now);
    return {
      jobs: await readJobs(tx, toSign),
      lanes: await readDay(tx, member.timezone, now, toSign),
      weeks: await readWeeks(tx, member.timezone, now),
      next: (await readNextMails(tx, {}, 1))[0] ?? null,
    };
  });
}
