import { sayAhead } from "@/app/ui/words/clock";
import type { Enrolment } from "@/lib/contacts/open-contact";
import type { Happened, Stop } from "@/lib/contacts/story/happened";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import { formatTime } from "@/lib/schedule/words/format-time";

type EndReason = NonNullable<Enrolment["endedReason"]>;
type Reader = { now: Date; timeZone: string };

const why: Record<EndReason, string> = {
  "got every mail": "Got every mail",
  replied: "Stopped, they wrote back",
  bounced: "Stopped, the address is dead",
  unsubscribed: "Stopped, they unsubscribed",
  rejected: "Stopped, a mail was rejected",
  "stopped by hand": "Stopped by hand",
  "could not be sent": "Stopped, a mail could not be sent",
  "campaign ended": "Stopped, the campaign ended",
  suppressed: "Stopped, they are suppressed",
  "company answered": "A colleague of theirs answered",
  complained: "Stopped, they complained",
  "asked not to be mailed": "Stopped, they asked not to be mailed",
  "left the company": "Left the company",
  "taken back with its import": "Stopped, their import was taken back",
};

/** That and why a campaign sends somebody nothing more, and what was to leave. */
export function stopWords({ title, about, by, stop }: Happened, reader: Reader): [string, string?] {
  const reason = title as EndReason;
  if (reason === "company answered" || reason === "left the company")
    return [why[reason], `${by ? `said by ${by}, ` : ""}so ${about} has ended for them`];
  const fast = stop?.seconds ?? null;
  const what = fast === null ? `${why[reason]}${by ? ` by ${by}` : ""}` : `Stopped ${formatDuration(fast)} after it arrived`;
  return [what, restOf(stop, about, reader)];
}

function restOf(stop: Stop | null, about: string, { now, timeZone }: Reader): string {
  const mails = stop?.mails ?? [];
  const said = mails.map(({ step, campaign, wasAt }) => {
    const named = mails.length > 1 ? `${step} of ${campaign}` : step;
    if (!wasAt) return `${named} was next`;
    const when = wasAt > now ? sayAhead(wasAt, now, timeZone) : formatTime(toTemporal(wasAt), { now: toTemporal(now), timeZone });
    return `${named} was to leave ${when}`;
  });
  const own = said.length > 0 ? said.join(", ") : `${about} sends them nothing more`;
  const others = stop?.colleagues ?? 0;
  if (others === 0) return own;
  return `${own}. It stopped for ${others === 1 ? "a colleague" : `${others.toLocaleString("en")} colleagues`} of theirs, too`;
}
