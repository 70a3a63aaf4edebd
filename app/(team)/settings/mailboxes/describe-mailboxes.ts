import { spell, spellFirst } from "@/app/ui/words/count-words";
import type { MailboxRow } from "@/lib/senders/read-mailboxes";

/** How all mailboxes stand together: which cannot send, or only cannot be read, and what waits for them. */
export function describeMailboxes(mailboxes: MailboxRow[]): { verdict: string; lead: string } {
  const silent = mailboxes.filter((mailbox) => mailbox.hold && mailbox.hold !== "unreadable");
  if (mailboxes.length === 0)
    return {
      verdict: "No mailbox yet",
      lead: "Connect the mailbox you send from. Microsoft asks you once; answers to our own mails are read there, nothing else is kept.",
    };
  if (silent.length > 0 && silent.every((mailbox) => mailbox.hold === "guarded"))
    return {
      verdict: sayPaused(silent, mailboxes),
      lead: "Too many of the last mails met dead addresses or opt-outs. Nothing leaves there until somebody has looked and lets it go on.",
    };
  if (silent.length > 0) return { verdict: sayCannot(silent, mailboxes, "send"), lead: sayWaiting(silent) };
  const unread = mailboxes.filter((mailbox) => mailbox.hold === "unreadable");
  if (unread.length > 0)
    return {
      verdict: sayCannot(unread, mailboxes, "be read"),
      lead: "Their first mails leave. Follow-ups wait, because an answer would be missed.",
    };
  return { verdict: sayAll(mailboxes.length), lead: "What is signed leaves from here inside its window." };
}

function sayCannot(some: MailboxRow[], all: MailboxRow[], what: string): string {
  if (all.length === 1) return `The mailbox cannot ${what}`;
  return some.length === all.length
    ? `No mailbox can ${what}`
    : `${spellFirst(some.length)} of ${spell(all.length)} mailboxes cannot ${what}`;
}

function sayPaused(some: MailboxRow[], all: MailboxRow[]): string {
  if (all.length === 1) return "The mailbox is paused by its guard rail";
  if (some.length === all.length) return "Every mailbox is paused by its guard rail";
  return `${spellFirst(some.length)} of ${spell(all.length)} mailboxes ${some.length === 1 ? "is paused by its guard rail" : "are paused by their guard rails"}`;
}

function sayAll(count: number): string {
  if (count === 1) return "The mailbox can send";
  return count === 2 ? "Both mailboxes can send" : `All ${spell(count)} mailboxes can send`;
}

function sayWaiting(silent: MailboxRow[]): string {
  const waiting = silent.reduce((sum, mailbox) => sum + mailbox.plannedToday, 0);
  const whom = silent.length > 2 ? `${spell(silent.length)} mailboxes` : silent.map((mailbox) => mailbox.email).join(" and ");
  const back = silent.length === 1 ? "it is" : "they are";
  if (waiting === 0) return `No mail of today waits for ${whom}. What is signed meanwhile waits until ${back} back.`;
  return `${waiting === 1 ? "One of today’s mails waits" : `${waiting} of today’s mails wait`} for ${whom}. They leave inside the window once ${back} back, never all at once.`;
}
