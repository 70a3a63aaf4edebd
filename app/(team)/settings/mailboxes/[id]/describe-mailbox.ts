import { sayCount } from "@/app/ui/words/count-words";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatClock, formatDay, formatTime, type Reader } from "@/lib/schedule/words/format-time";
import { sayGuard } from "@/lib/senders/guard/say-guard";
import { type Explained, explainHold } from "@/lib/senders/health/explain-hold";
import type { MailboxRow } from "@/lib/senders/read-mailboxes";
import type { Waiting } from "@/lib/sending/health/read-waiting";

export type Described = { verdict: string; lead: string; explained: Explained | null };

/** Its person as one calls them: the first of their names, or what stands before the @. */
export function callPerson({ displayName, email }: Pick<MailboxRow, "displayName" | "email">): string {
  return (displayName && !displayName.includes("@") ? displayName.trim().split(/\s+/)[0] : undefined) ?? local(email);
}

/** "ben@", where the rest is known. */
export const short = (email: string) => `${local(email)}@`;
const local = (email: string) => email.split("@")[0] ?? email;

/** How a mailbox stands, in a sentence, and what it means. */
export function describeMailbox(mailbox: MailboxRow, reader: Reader): Described {
  const { email, hold, code, statusReason } = mailbox;
  const name = callPerson(mailbox);
  if (!hold) {
    const since = mailbox.connectedAt ? ` since ${formatDay(toTemporal(mailbox.connectedAt), reader)}` : "";
    const by = mailbox.connectedBy ? ` by ${mailbox.connectedBy}` : "";
    const signsIn = mailbox.signInName && mailbox.signInName !== email ? ` Signs in as ${mailbox.signInName}.` : "";
    return { verdict: `${email} sends and reads`, lead: `Connected${by}${since}.${signsIn}`, explained: null };
  }
  const since = mailbox.heldSince ? `Since ${formatTime(toTemporal(mailbox.heldSince), reader)}. ` : "";
  if (hold === "guarded")
    return {
      verdict: `${email} is paused${mailbox.guard ? `: ${sayGuard(mailbox.guard)}` : " by its guard rail"}`,
      lead: `${since}Nothing leaves from it until somebody has looked. Its inbox is still read, so answers are seen.`,
      explained: null,
    };
  const explained = explainHold({ hold, code, statusReason, name });
  const again =
    hold === "limited" && mailbox.triedAgainAt && mailbox.triedAgainAt.getTime() > reader.now.epochMilliseconds
      ? ` It is tried again ${formatTime(toTemporal(mailbox.triedAgainAt), reader)}.`
      : "";
  const guarded = mailbox.guard ? ` Its guard rail paused it too: ${sayGuard(mailbox.guard)}.` : "";
  const lead = `${since}${sayReading(hold, explained, name)}${again}${guarded}`;
  return { verdict: `${email} ${explained.verdict}`, lead, explained };
}

function sayReading(hold: MailboxRow["hold"], { isRead }: Explained, name: string): string {
  if (hold === "unreadable") return "First mails leave. Follow-ups wait, as answers would be missed.";
  return isRead
    ? "Its inbox is still read, so answers are seen."
    : `Its inbox cannot be read either, so answers to ${name} are not seen.`;
}

export type Figure = { count: number | string; what: string; second: string };

/** What waits for a mailbox that is out, in four numbers. */
export function listFigures(waiting: Waiting, isRead: boolean, reader: Reader): Figure[] {
  const { today, firstDue, signed, until, people, followUps } = waiting;
  const isToday = (at: Date) => formatDay(toTemporal(at), reader) === "today";
  return [
    {
      count: today,
      what: `${today === 1 ? "mail" : "mails"} of today ${today === 1 ? "waits" : "wait"}`,
      second: firstDue
        ? `first was due ${isToday(firstDue) ? formatClock(toTemporal(firstDue), reader.timeZone) : formatDay(toTemporal(firstDue), reader)}`
        : "none has a time today",
    },
    {
      count: signed,
      what: until
        ? `${signed === 1 ? "waits" : "wait"} until ${isToday(until) ? "tonight" : weekday(until, reader)}${today > 0 ? ", with these" : ""}`
        : `signed ${signed === 1 ? "mail waits" : "mails wait"}`,
      second: signed === 0 ? "nothing is signed" : signed === 1 ? "its seal stays whole" : "their seals stay whole",
    },
    {
      count: people,
      what: `${people === 1 ? "person" : "people"} it mailed`,
      second: isRead ? "their answers are seen" : "their answers are not seen",
    },
    {
      count: followUps,
      what: `${followUps === 1 ? "follow-up" : "follow-ups"} held`,
      second: isRead ? "until it sends again" : "until the inbox is read",
    },
  ];
}

function weekday(at: Date, reader: Reader): string {
  const day = formatDay(toTemporal(at), reader);
  const away = toTemporal(at).since(reader.now, { largestUnit: "hour" }).hours / 24;
  return away < 6 ? (day.split(" ")[0] ?? day) : day;
}

/** What happens once it is back, for the aside. */
export function sayBack({ today, spacingSeconds, nextDay }: Waiting, reader: Reader): string {
  if (today === 0) return "What is signed leaves inside its window, never all at once.";
  const apart =
    spacingSeconds && spacingSeconds >= 60
      ? ` ${sayCount(Math.round(spacingSeconds / 60), "min", "min")} apart`
      : " one after another";
  const rest = nextDay ? ` What no longer fits goes to ${formatTime(toTemporal(nextDay), reader)}.` : "";
  return `${today === 1 ? "The one of today leaves" : `The ${today} of today leave${apart}`} inside the window, never all at once.${rest}`;
}

/** Three lines that an administrator of Microsoft 365 understands without Countersign. */
export function writeRequest(
  mailbox: Pick<MailboxRow, "email" | "code" | "heldSince">,
  { verdict, request }: Explained,
  reader: Reader,
  consentLink: string | null,
): string[] {
  const since = mailbox.heldSince
    ? `, since ${mailbox.heldSince.toISOString().slice(0, 16).replace("T", " ")} UTC (${formatTime(toTemporal(mailbox.heldSince), reader)})`
    : "";
  return [
    `${mailbox.email} ${verdict}${since}.${mailbox.code ? ` Microsoft’s code: ${mailbox.code}.` : ""}`,
    request ?? "",
    `The application is Countersign (delegated User.Read, Mail.ReadWrite, Mail.Send); it goes on by itself once this is done.${consentLink ? ` To allow it anew: ${consentLink}` : ""}`,
  ];
}
