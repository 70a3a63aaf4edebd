import { sayAhead, sayClock } from "@/app/ui/words/clock";
import { sayCapped } from "@/app/ui/words/count-words";
import type { Jobs } from "@/lib/analytics/read-jobs";
import { sayGuard } from "@/lib/senders/guard/say-guard";
import { nameHold } from "@/lib/senders/name-hold";
import { mostCounted } from "@/lib/threads/thread";

/** One thing that waits for a person, in words. */
export type Job = {
  id: string;
  tone: "wait" | "reply" | "stop";
  count: number;
  /** There are more, which nobody counted. */
  andMore?: boolean;
  title: string;
  text: string;
  /** What is lost by waiting. */
  urgent?: string | undefined;
  /** The same as a heading, where it stands alone. */
  verdict: string;
  /** Initials of who is meant. */
  who?: string[];
  action: { href: string; name: string; keys?: string };
};

/** What the reader may do about it: nobody is asked for what she may not do. */
export type MayDo = { sign: boolean; connect: boolean };

const number = (value: number) => value.toLocaleString("en");
const one = (count: number, single: string, many: string) => (count === 1 ? single : many);

/** What waits, in the order in which it is best done: what is broken holds up the rest, but signing is the daily work and stands first. */
export function describeJobs(jobs: Jobs, timezone: string, now: Date, may: MayDo): Job[] {
  const { toSign, changed, replies, doubts, differing, asked, budget, domains, refused, mailboxes } = jobs;
  const things: Job[] = [];
  if (toSign.count > 0) things.push(describeSigning(jobs, timezone, now, may));
  if (changed.draftId) {
    things.push({
      id: "changed",
      tone: "stop",
      count: changed.count,
      title: one(changed.count, "Mail not as signed in Outlook", "Mails not as signed in Outlook"),
      text: "Changed, deleted or sent there by hand after signing. Nothing more leaves for them until somebody decides.",
      verdict: `${number(changed.count)} ${one(changed.count, "mail is", "mails are")} not as signed in Outlook`,
      action: { href: `/review/${changed.draftId}`, name: may.sign ? "Decide" : "Look" },
    });
  }
  if (replies.latest) {
    const single = replies.count === 1;
    things.push({
      id: "replies",
      tone: "reply",
      count: Math.min(replies.count, mostCounted),
      andMore: replies.count > mostCounted,
      title: one(replies.count, "Person wrote back", "People wrote back"),
      text: `${replies.latest.name}: “${replies.latest.snippet}”`,
      verdict: `${sayCapped(replies.count)} ${one(replies.count, "person", "people")} wrote back`,
      who: [...new Set(replies.names.map(initials))],
      action: single
        ? { href: `/replies/${replies.latest.threadId}`, name: "Read" }
        : { href: "/replies", name: "Read", keys: "G I" },
    });
  }
  if (doubts.draftId) {
    things.push({
      id: "doubts",
      tone: "stop",
      count: doubts.count,
      title: one(doubts.count, "Mail in doubt", "Mails in doubt"),
      text: "Exchange cannot tell whether it left. Nothing is sent again until somebody says.",
      verdict: `${number(doubts.count)} ${one(doubts.count, "mail is", "mails are")} in doubt`,
      action: { href: `/review/${doubts.draftId}`, name: may.sign ? "Settle" : "Look" },
    });
  }
  if (differing.draftId) {
    things.push({
      id: "differing",
      tone: "stop",
      count: differing.count,
      title: one(differing.count, "Mail left otherwise than signed", "Mails left otherwise than signed"),
      text: `The copy in Sent Items differs from what was signed.${differing.pauses ? " The campaign is paused for it." : ""}`,
      verdict: `${number(differing.count)} ${one(differing.count, "mail", "mails")} left otherwise than signed`,
      action: { href: `/review/${differing.draftId}`, name: "Look" },
    });
  }
  if (asked.draftId) {
    things.push({
      id: "asked",
      tone: "wait",
      count: asked.count,
      title: one(asked.count, "Sent copy to look at", "Sent copies to look at"),
      text: `A little different from what was signed, though not in words, links or recipients. ${may.sign ? "Is that fine?" : "A member of your team says whether that is fine."}`,
      verdict: `${number(asked.count)} sent ${one(asked.count, "copy asks", "copies ask")} for a look`,
      action: { href: `/review/${asked.draftId}`, name: "Look" },
    });
  }
  if (budget.count > 0) {
    const from = budget.from && budget.from > now ? ` The next may leave ${sayNext(budget.from, now, timezone)}.` : "";
    things.push({
      id: "budget",
      tone: "wait",
      count: budget.count,
      title: one(budget.count, "Person waits for the team’s budget", "People wait for the team’s budget"),
      text: `Microsoft lets the whole organisation send only so many to others in 24 hours.${from}`,
      verdict: "The team’s budget is used up",
      action: { href: "/settings/rules", name: "See the limit" },
    });
  }
  if (domains.count > 0) {
    things.push({
      id: "domains",
      tone: "stop",
      count: domains.count,
      title: one(domains.count, "First mail waits for its domain", "First mails wait for their domain"),
      text: "SPF, DKIM or DMARC has been failing for three days. The record to copy is at hand.",
      verdict: "First mails wait for their domain",
      action: { href: "/settings/rules#domains", name: "See why" },
    });
  }
  for (const { campaignId, name, because, at } of refused) {
    things.push({
      id: campaignId,
      tone: "stop",
      count: 1,
      title: `${name}: its mail is refused`,
      text: `Paused by itself ${sayPast(at, now, timezone)}: “${because}”`,
      verdict: `${name} is paused, its mail is refused`,
      action: { href: `/campaigns/${campaignId}`, name: "Look" },
    });
  }
  for (const mailbox of mailboxes) {
    const { title, told, act } = nameHold(mailbox.hold, mailbox.code);
    things.push({
      id: mailbox.id,
      tone: "stop",
      count: 1,
      title,
      text: `${sayHold(mailbox, told, now, timezone)} ${sayWaiting(mailbox)}`,
      verdict: mailbox.hold === "signed_out" ? `${mailbox.email} is signed out` : title,
      action: { href: `/settings/mailboxes/${mailbox.id}`, name: may.connect ? act : "See why" },
    });
  }
  return things;
}

/** All that stands in Review, so that the number is the one found behind the button: drafts to sign, and mails changed in Outlook. */
function describeSigning({ toSign, changed }: Jobs, timezone: string, now: Date, may: MayDo): Job {
  const passing = toSign.count - toSign.blocked;
  const count = toSign.count + changed.count;
  const deadline = passing > 0 ? sayDeadline(toSign, timezone, now) : undefined;
  return {
    id: "sign",
    tone: "wait",
    count,
    title: one(count, "Draft to sign", "Drafts to sign"),
    text: `${sayPassing(toSign, changed.count)}${may.sign ? "" : " Members and administrators of your team sign."}`,
    urgent: deadline,
    verdict: `${number(count)} ${one(count, "draft waits", "drafts wait")} for ${may.sign ? "your" : "a"} signature`,
    action: { href: "/review", name: may.sign ? "Start signing" : "Look", keys: "G R" },
  };
}

function sayPassing({ count, blocked }: Jobs["toSign"], changed: number): string {
  const passing = count - blocked;
  if (changed === 0 && blocked === 0) return one(count, "It passes its checks.", "Every one passes its checks.");
  if (changed === 0 && passing === 0) return "None passes every check: look what is missing.";
  const parts = [
    passing > 0 && `${number(passing)} ${one(passing, "passes", "pass")} every check`,
    blocked > 0 && `${number(blocked)} ${one(blocked, "needs", "need")} a look`,
    changed > 0 && `${number(changed)} ${one(changed, "is", "are")} not as signed in Outlook`,
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

function sayDeadline({ count, leaveToday, before }: Jobs["toSign"], timezone: string, now: Date): string | undefined {
  if (leaveToday === 0 || !before) return undefined;
  const who =
    leaveToday === count
      ? count === 1
        ? "It leaves"
        : "All leave"
      : `${number(leaveToday)} ${one(leaveToday, "leaves", "leave")}`;
  // Under a few minutes a deadline is no plan any more.
  return before.getTime() - now.getTime() < 180_000
    ? `${who} today if signed now.`
    : `${who} today if signed before ${sayClock(before, timezone)}.`;
}

type Held = Jobs["mailboxes"][number];

function sayHold({ hold, email, since, guard }: Held, told: string, now: Date, timezone: string): string {
  if (hold === "signed_out") return `Microsoft signed ${email} out ${sayPast(since, now, timezone)}.`;
  if (hold === "guarded" && guard) return `${email} is paused since ${sayAhead(since, now, timezone)}: ${sayGuard(guard)}.`;
  return `${email} ${told} since ${sayAhead(since, now, timezone)}.`;
}

function sayWaiting({ hold, waiting }: Held): string {
  if (hold === "unreadable") return "Its follow-ups wait, because an answer would be missed.";
  return `${number(waiting)} ${one(waiting, "person waits", "people wait")} for it.`;
}

function sayPast(at: Date, now: Date, timezone: string): string {
  const said = sayAhead(at, now, timezone);
  return said.includes(" ") ? `on ${said}` : `at ${said}`;
}

function sayNext(at: Date, now: Date, timezone: string): string {
  const said = sayAhead(at, now, timezone);
  return said.includes(" ") ? said : `at ${said}`;
}

/** "Simona Morasca" as "SM", an address by its first letter. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => word?.charAt(0).toUpperCase()).join("");
}
