import type { NoticeOwner } from "@/lib/notices/notice-target";
import type { NoticeMailbox, NoticeView } from "@/lib/notices/read-notices";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime, type Reader } from "@/lib/schedule/words/format-time";
import { nameCity } from "@/lib/schedule/words/name-city";
import { nameHold } from "@/lib/senders/name-hold";

export type NoticeWords = {
  /** What happens now, in a sentence. */
  now: string;
  /** Why it does not, and who can end that. */
  trouble: string | null;
  /** What was told last, and what waits. */
  last: string | null;
};

/** What people read of how they are told. @param reader.teamZone on whose clock a time of the day is meant, named where it is not the reader's. */
export function describeNotices(
  whose: NoticeOwner,
  view: NoticeView,
  mailboxes: NoticeMailbox[],
  reader: Reader & { teamZone: string },
): NoticeWords {
  const city = reader.teamZone === reader.timeZone ? null : nameCity(reader.teamZone);
  return { now: sayNow(whose, view, mailboxes, city), trouble: sayTrouble(view, mailboxes, reader), last: sayLast(view, reader) };
}

function sayNow(whose: NoticeOwner, view: NoticeView, mailboxes: NoticeMailbox[], city: string | null): string {
  const who = whose === "own" ? "You are told" : "The team’s channel is told";
  if (view.when === "never") return `${who} of nothing`;
  if (view.way === "teams" && !view.hasWebhook) return `${who} of nothing until the address of a workflow is pasted`;
  const when = view.when === "at once" ? "at once" : `once a day at ${view.digestAt}${city ? ` in ${city}` : ""}`;
  const mailbox = mailboxes.find(({ id }) => id === view.senderAccountId);
  const way = view.way === "teams" ? "in Microsoft Teams" : `by mail from ${mailbox?.email ?? "a mailbox"}`;
  return `${who} ${when}, ${way}`;
}

function sayTrouble(view: NoticeView, mailboxes: NoticeMailbox[], reader: Reader): string | null {
  if (view.when === "never") return null;
  const mailbox = view.way === "mail" ? mailboxes.find(({ id }) => id === view.senderAccountId) : undefined;
  if (mailbox?.isRemoved) return `${mailbox.email} is disconnected. New answers wait; choose another mailbox.`;
  if (mailbox?.hold) {
    const { told, because, move } = nameHold(mailbox.hold, mailbox.code);
    return `New answers wait: ${mailbox.email} ${told}, because ${because}. ${move}`;
  }
  if (!view.failure) return null;
  const { says, nextAt } = view.failure;
  return nextAt ? `${says} It is tried again ${formatTime(toTemporal(nextAt), reader)}.` : says;
}

function sayLast({ lastToldAt, waiting, when }: NoticeView, reader: Reader): string | null {
  if (!lastToldAt && when === "never") return null;
  const told = lastToldAt ? `Last told ${formatTime(toTemporal(lastToldAt), reader)}.` : "Nothing was told yet.";
  return waiting === 0 ? told : `${told} ${waiting === 1 ? "1 answer waits" : `${waiting} answers wait`} to be told.`;
}
