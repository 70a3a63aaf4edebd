import { sayCount } from "@/app/ui/words/count-words";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatDay, type Reader } from "@/lib/schedule/words/format-time";
import type { OpenGuard } from "@/lib/senders/guard/guard-of";
import { leastMails } from "@/lib/senders/guard/judge-guard";
import type { Met, MetSource } from "@/lib/senders/guard/read-met";
import type { Waiting } from "@/lib/sending/health/read-waiting";
import type { Figure } from "../describe-mailbox";

const number = (value: number) => value.toLocaleString("en");

/** "5.5 %", "2 %". */
export const sayPercent = (value: number) => `${Number(value.toFixed(1)).toLocaleString("en")} %`;

/** What its last mails met beside what is allowed, and what waits, in four numbers. */
export function guardFigures({ kind, counted, of, allowedPercent }: OpenGuard, waiting: Waiting): Figure[] {
  const { signed, followUps } = waiting;
  return [
    {
      count: number(counted),
      what: kind === "dead addresses" ? "dead addresses" : counted === 1 ? "opt-out" : "opt-outs",
      second: `among its last ${number(of)} mails`,
    },
    { count: sayPercent((100 * counted) / of), what: "of them", second: `up to ${sayPercent(allowedPercent)} may` },
    {
      count: number(signed),
      what: `signed ${signed === 1 ? "mail waits" : "mails wait"}`,
      second: signed === 0 ? "nothing is signed" : signed === 1 ? "its seal stays whole" : "their seals stay whole",
    },
    {
      count: number(followUps),
      what: `${followUps === 1 ? "follow-up" : "follow-ups"} held`,
      second: "answers are still seen",
    },
  ];
}

/** "9 of the 11 are from the list “Fair 2024”, uploaded by Ben on Mon 3 Nov.", where most of them came from. Null where nobody is left. */
export function sayFrom({ people, sources }: Met, reader: Reader): string | null {
  const first = sources[0];
  if (!first) return null;
  const all = people.length;
  const who =
    first.people === all
      ? all === 1
        ? "The one is"
        : `All ${number(all)} are`
      : `${number(first.people)} of the ${number(all)} ${first.people === 1 ? "is" : "are"}`;
  return `${who} ${nameSource(first, reader)}.`;
}

function nameSource({ name, listId, byHand, by, at }: MetSource, reader: Reader): string {
  if (byHand) return "people added by hand";
  const day = formatDay(toTemporal(at), reader);
  const uploaded = `uploaded${by ? ` by ${by}` : ""} ${day === "today" ? day : `on ${day}`}`;
  return `from ${listId ? "the list" : "the file"} “${name}”, ${uploaded}`;
}

/** Where the page of the first source is; null for people added by hand. */
export function pathOf({ sources }: Met): string | null {
  const first = sources[0];
  if (!first || first.byHand) return null;
  return first.listId ? `/contacts/lists/${first.listId}` : `/contacts/import/${first.batchId}`;
}

/** What letting it go on means, for the dialog. */
export function sayGoingOn({ signed, spacingSeconds }: Waiting): string[] {
  const apart =
    spacingSeconds && spacingSeconds >= 60 ? `, ${sayCount(Math.round(spacingSeconds / 60), "minute", "minutes")} apart` : "";
  return [
    signed === 0
      ? "No signed mail waits for it."
      : signed === 1
        ? "1 signed mail gets a new time inside its window."
        : `${number(signed)} signed mails get new times inside their windows${apart}, never all at once.`,
    `Counting starts anew: it can pause again once ${leastMails} more mails have left.`,
  ];
}
