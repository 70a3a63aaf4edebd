import { sayAhead, sayClock, sayDay } from "@/app/ui/words/clock";
import type { Foreseen } from "@/lib/replies/unplaced/foresee-placing";
import type { AddressFate } from "@/lib/replies/unplaced/judge-address";

type Reader = { now: Date; timeZone: string };

/** What placing a message would do, each in half a sentence behind its heading. */
export function foreseenWords(what: Foreseen, reader: Reader): { title: string; words: string }[] {
  const byHand = reviewWords(what);
  return [
    { title: "It joins", words: what.joins ? `their thread “${what.joins}”` : "no thread: no mail had left to them before" },
    { title: "It counts", words: countsAs(what) },
    { title: "It stops", words: stops(what, reader) },
    ...(byHand ? [{ title: "By hand", words: byHand }] : []),
    { title: "The address", words: fateWords(what.address) },
  ];
}

/** What becomes of signed mails by hand to them; null for nothing. */
function reviewWords(what: Foreseen): string | null {
  const { kind, signedByHand: count } = what;
  if (count === 0 || kind === "automatic" || kind === "soft_bounce") return null;
  if (!isAnswer(what)) return count === 1 ? "the signed mail does not leave" : `${count} signed mails do not leave`;
  return count === 1 ? "the signed mail goes back to Review" : `${count} signed mails go back to Review`;
}

const isAnswer = ({ kind }: Foreseen) => kind === "reply" || kind === "meeting";

function countsAs(what: Foreseen): string {
  if (what.kind === "bounce") return "as a dead address, as no reply";
  if (what.kind === "complaint") return "as a complaint: suppressed everywhere";
  if (!isAnswer(what)) return "as no reply";
  if (!what.counts) return "as an answer, in no campaign";
  const { replies, isAmongThem } = what.counts;
  return isAmongThem
    ? `as the same reply, so ${replies} stay ${replies}`
    : `as a reply, so ${replies} ${replies === 1 ? "becomes" : "become"} ${replies + 1}`;
}

function stops(what: Foreseen, { now, timeZone }: Reader): string {
  if (what.kind === "automatic" || what.kind === "soft_bounce") return "nobody";
  if (what.stops.length === 0) {
    const at = what.ended?.at;
    if (!at) return "nobody, no campaign goes on for them";
    const day = sayDay(at, now, timeZone);
    const since = `${day === sayDay(now, now, timeZone) ? "" : `${day} `}${sayClock(at, timeZone)}`;
    return `nobody new, it ended for ${what.firstName} ${since}`;
  }
  return what.stops
    .map(({ campaign, step, nextAt }) => {
      const was = step && nextAt && nextAt > now ? `, ${step} was to leave ${sayAhead(nextAt, now, timeZone)}` : "";
      return `${campaign}${was}`;
    })
    .join("; ");
}

/** What becomes of the address it came from. */
function fateWords(address: AddressFate): string {
  switch (address.is) {
    case "second":
      return "is remembered as their second";
    case "theirs":
      return "is theirs already";
    case "ours":
      return "is one of ours, and stays ours";
    case "nobody's":
      return "is a machine’s, and is not remembered";
    case "another's":
      return `stays ${address.name}’s`;
    case "none":
      return "is none that could be remembered";
  }
}
