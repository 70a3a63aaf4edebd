import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import type { ContactHold } from "@/lib/campaigns/hold/read-hold";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatDay } from "@/lib/schedule/words/format-time";
import { nameCity } from "@/lib/schedule/words/name-city";

type Props = { hold: ContactHold; timezone: string; now: Date };

/** When the mail that is kept back was due, and when it leaves, also on the clock there where that is another one. */
export function NextOf({ hold, timezone, now }: Props) {
  const { campaignId, campaignName, dueAt, dueBefore, until, nextStep } = hold;
  const at = dueAt && until && dueAt > until ? dueAt : until;
  const clock = (timeZone: string) => at && formatClock(toTemporal(at), timeZone);
  const there = at && clock(hold.timezone) !== clock(timezone);
  const reader = { now: toTemporal(now), timeZone: hold.timezone };
  const isSameDay = at && formatDay(toTemporal(at), reader) === formatDay(toTemporal(at), { ...reader, timeZone: timezone });
  return (
    <p>
      {nextStep ?? "The next mail"} of <Link href={`/campaigns/${campaignId}`}>{campaignName}</Link>
      {dueBefore && (
        <>
          , due <Moment at={dueBefore} timeZone={timezone} now={now} />
        </>
      )}
      {at && (
        <>
          , leaves from <Moment at={at} timeZone={timezone} now={now} />
          {there &&
            ` (${isSameDay ? "" : `${formatDay(toTemporal(at), reader)} `}${clock(hold.timezone)} in ${nameCity(hold.timezone)})`}
        </>
      )}
      .
    </p>
  );
}
